/* Films, decoded back by the library that wrote them: as many pictures, as large, the same ones. */
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libswscale/swscale.h>

#include "core/error.h"
#include "film/schedule.h"
#include "film/shoot.h"
#include "picture.h"

#define WIDTH 160
#define HEIGHT 120

/* A film's bytes as FFmpeg reads them. */
typedef struct
{
  const GByteArray *bytes;
  gint64 at;
} Source;

static int
read_cb (void *data, guint8 *buffer, int length)
{
  Source *source = data;
  gint64 n = MIN (length, source->bytes->len - source->at);

  if (n <= 0)
    return AVERROR_EOF;
  memcpy (buffer, source->bytes->data + source->at, (gsize) n);
  source->at += n;
  return (int) n;
}

static gint64
seek_cb (void *data, gint64 offset, int whence)
{
  Source *source = data;

  if (whence == AVSEEK_SIZE)
    return source->bytes->len;
  return source->at = offset + (whence == SEEK_CUR ? source->at : 0);
}

/* What a film holds: its pictures as RGB24 images. */
typedef struct
{
  GPtrArray *images;
  double seconds;
} Seen;

static void
keep_frame (Seen *seen, const AVFrame *frame)
{
  cairo_surface_t *image =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, frame->width, frame->height);
  guint8 *pixels = cairo_image_surface_get_data (image);
  int stride = cairo_image_surface_get_stride (image);
  struct SwsContext *scaler =
      sws_getContext (frame->width, frame->height, frame->format, frame->width, frame->height,
                      AV_PIX_FMT_0RGB32, SWS_AREA, NULL, NULL, NULL);
  const int *matrix = sws_getCoefficients (SWS_CS_ITU709);

  sws_setColorspaceDetails (scaler, matrix, 0, matrix, 1, 0, 1 << 16, 1 << 16);
  sws_scale (scaler, (const guint8 *const *) frame->data, frame->linesize, 0, frame->height,
             &pixels, &stride);
  sws_freeContext (scaler);
  cairo_surface_mark_dirty (image);
  g_ptr_array_add (seen->images, image);
}

static void
see (const GByteArray *bytes, Seen *seen)
{
  Source source = { bytes, 0 };
  AVFormatContext *file = avformat_alloc_context ();
  AVIOContext *io = avio_alloc_context (av_malloc (4096), 4096, 0, &source, read_cb, NULL, seek_cb);
  AVPacket *packet = av_packet_alloc ();
  AVFrame *frame = av_frame_alloc ();

  seen->images = g_ptr_array_new_with_free_func ((GDestroyNotify) cairo_surface_destroy);
  file->pb = io;
  g_assert_cmpint (avformat_open_input (&file, NULL, NULL, NULL), >=, 0);
  g_assert_cmpint (avformat_find_stream_info (file, NULL), >=, 0);
  g_assert_cmpuint (file->nb_streams, ==, 1);
  AVCodecContext *codec =
      avcodec_alloc_context3 (avcodec_find_decoder (file->streams[0]->codecpar->codec_id));
  avcodec_parameters_to_context (codec, file->streams[0]->codecpar);
  g_assert_cmpint (avcodec_open2 (codec, codec->codec, NULL), >=, 0);
  for (gboolean has_more = TRUE; has_more;)
    {
      has_more = av_read_frame (file, packet) >= 0;
      g_assert_cmpint (avcodec_send_packet (codec, has_more ? packet : NULL), >=, 0);
      while (avcodec_receive_frame (codec, frame) >= 0)
        keep_frame (seen, frame);
      av_packet_unref (packet);
    }
  seen->seconds = (double) file->duration / AV_TIME_BASE;
  avcodec_free_context (&codec);
  avformat_close_input (&file);
  av_freep (&io->buffer);
  avio_context_free (&io);
  av_packet_free (&packet);
  av_frame_free (&frame);
}

/* Mean and largest difference of a channel. */
static double
differ (cairo_surface_t *a, cairo_surface_t *b, int *most)
{
  int width = cairo_image_surface_get_width (a), height = cairo_image_surface_get_height (a);
  double sum = 0;

  g_assert_cmpint (width, ==, cairo_image_surface_get_width (b));
  g_assert_cmpint (height, ==, cairo_image_surface_get_height (b));
  *most = 0;
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        int distance = picture_distance (picture_pixel (a, x, y), picture_pixel (b, x, y));
        sum += distance;
        *most = MAX (*most, distance);
      }
  return sum / (width * height);
}

/* A run after 60 epochs, and a camera on it. */
typedef struct
{
  GradusSpec spec;
  GradusTrainer *trainer;
  GPtrArray *trainers;
  GradusCaptions captions;
  GradusShot shot;
  GradusCamera *camera;
} Fixture;

static void
set_up (Fixture *self, gconstpointer view)
{
  run_spec (&self->spec, "examples", "80", "alpha-schedule", "20:0.4", "epochs", "60", NULL);
  self->trainer = run_new (&self->spec);
  gradus_trainer_run (self->trainer, 61);
  self->trainers = g_ptr_array_new ();
  g_ptr_array_add (self->trainers, self->trainer);
  gradus_captions_init (&self->captions, NULL);
  self->shot = (GradusShot){
    .spec = &self->spec, .width = WIDTH, .height = HEIGHT, .scale = 1, .example = -1, .n_threads = 1
  };
  gradus_figure_init (&self->shot.figure,
                      view != NULL ? (GradusView) GPOINTER_TO_INT (view) : GRADUS_VIEW_BOUNDARY,
                      &self->captions);
  self->camera = gradus_camera_new (&self->shot, self->trainers);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gradus_camera_free (self->camera);
  g_ptr_array_unref (self->trainers);
  gradus_trainer_free (self->trainer);
}

static GByteArray *
shoot (Fixture *self, GradusFilmFormat format, int rate, const gint64 *epochs, int n)
{
  g_autoptr (GError) error = NULL;
  GByteArray *bytes = NULL;

  g_assert_true (gradus_shoot (self->camera, format, rate, epochs, n, "made by hand", NULL, NULL,
                               &bytes, &error));
  g_assert_no_error (error);
  return bytes;
}

/* And the same film has the same bytes. */
static void
test_decoded (Fixture *self, gconstpointer data)
{
  static const double means[GRADUS_N_FILM_FORMATS] = { 5, 5, 1 };
  g_autofree gint64 *epochs = gradus_schedule_new (0, 60, 30, FALSE);

  for (int format = 0; format < GRADUS_N_FILM_FORMATS; format++)
    {
      g_autoptr (GByteArray) bytes = shoot (self, (GradusFilmFormat) format, 10, epochs, 30);
      g_autoptr (GByteArray) again = shoot (self, (GradusFilmFormat) format, 10, epochs, 30);
      Seen seen;

      g_assert_cmpmem (bytes->data, bytes->len, again->data, again->len);
      see (bytes, &seen);
      g_assert_cmpuint (seen.images->len, ==, 30);
      /* The end of a GIF stands longer. */
      g_assert_cmpfloat (fabs (seen.seconds - (format == GRADUS_FILM_GIF ? 4.9 : 3)), <, 0.11);
      for (int i = 0; i < 30; i += 29)
        {
          cairo_surface_t *image = gradus_camera_take (self->camera, epochs[i], NULL);
          int most;

          g_assert_cmpfloat (differ (image, seen.images->pdata[i], &most), <, means[format]);
          g_assert_cmpfloat (differ (image, seen.images->pdata[29 - i], &most), >, 10);
          cairo_surface_destroy (image);
        }
      g_ptr_array_unref (seen.images);
    }
}

/* The camera's picture is what a run that ends there leaves, to the bit. */
static void
test_exact (Fixture *self, gconstpointer data)
{
  for (gint64 epoch = 0; epoch <= 60; epoch += 17)
    {
      Picture picture;

      picture_init (&picture, &self->spec, epoch, GRADUS_VIEW_BOUNDARY);
      GradusSceneOrder order;
      gradus_scene_reorder (picture.scene, &order);
      order.resolution = WIDTH;
      g_autoptr (GradusScene) scene = gradus_scene_new (&order);
      picture.figure.scene = scene;
      cairo_surface_t *wanted = picture_draw (&picture.figure, WIDTH, HEIGHT);
      cairo_surface_t *taken = gradus_camera_take (self->camera, epoch, NULL);
      for (int y = 0; y < HEIGHT; y++)
        for (int x = 0; x < WIDTH; x++)
          g_assert_cmphex (picture_pixel (wanted, x, y), ==, picture_pixel (taken, x, y));
      cairo_surface_destroy (wanted);
      cairo_surface_destroy (taken);
      picture_clear (&picture);
    }
}

static gboolean
give_up_cb (int n_done, int n_frames, gpointer data)
{
  int *calls = data;

  g_assert_cmpint (n_done, ==, *calls);
  g_assert_cmpint (n_frames, ==, 20);
  return ++*calls < 5;
}

static void
test_given_up (Fixture *self, gconstpointer data)
{
  g_autofree gint64 *epochs = gradus_schedule_new (0, 60, 20, TRUE);
  g_autoptr (GError) error = NULL;
  GByteArray *bytes = NULL;
  int calls = 0;

  g_assert_true (gradus_shoot (self->camera, GRADUS_FILM_MP4, 25, epochs, 20, NULL, give_up_cb,
                               &calls, &bytes, &error));
  g_assert_no_error (error);
  g_assert_null (bytes);
  g_assert_cmpint (calls, ==, 5);
}

static void
test_odd_sizes (Fixture *self, gconstpointer data)
{
  const gint64 epoch = 3;
  Seen seen;

  self->shot.width = 131;
  self->shot.height = 100.4;
  g_clear_pointer (&self->camera, gradus_camera_free);
  self->camera = gradus_camera_new (&self->shot, self->trainers);
  g_autoptr (GByteArray) bytes = shoot (self, GRADUS_FILM_MP4, 25, &epoch, 1);
  see (bytes, &seen);
  g_assert_cmpint (cairo_image_surface_get_width (seen.images->pdata[0]), ==, 132);
  g_assert_cmpint (cairo_image_surface_get_height (seen.images->pdata[0]), ==, 102);
  g_ptr_array_unref (seen.images);
}

/* Of several runs each shows what it has passed, as the window does. */
static void
test_landmarks (Fixture *self, gconstpointer data)
{
  GradusLandmarks landmarks[2];
  cairo_surface_t *images[2];
  int most;

  g_ptr_array_add (self->trainers, self->trainer);
  self->shot.width = 640;
  self->shot.height = 400;
  self->shot.landmarks = landmarks;
  landmarks[0] = landmarks[1] = *gradus_trainer_get_landmarks (self->trainer);
  for (int k = 0; k < 2; k++)
    {
      landmarks[1].epochs[GRADUS_LANDMARK_SATURATED] = k == 0 ? -1 : 30;
      g_clear_pointer (&self->camera, gradus_camera_free);
      self->camera = gradus_camera_new (&self->shot, self->trainers);
      images[k] = gradus_camera_take (self->camera, 60, NULL);
    }
  differ (images[0], images[1], &most);
  g_assert_cmpint (most, >, 60);
  cairo_surface_destroy (images[0]);
  cairo_surface_destroy (images[1]);
}

/* And the curves that are pinned. */
static void
test_pins (Fixture *self, gconstpointer data)
{
  GradusPins pins = { 0 }, copy = { 0 };
  GradusSpec spec;
  int most;

  run_spec (&spec, "examples", "80", "init-scale", "1", "epochs", "40", NULL);
  g_autoptr (GradusTrainer) trainer = run_new (&spec);
  gradus_trainer_run (trainer, 41);
  gradus_pins_add (&pins, &spec, gradus_trainer_get_history (trainer));
  gradus_pins_copy (&copy, &pins);
  gradus_pins_clear (&pins);
  cairo_surface_t *without = gradus_camera_take (self->camera, 60, NULL);
  self->shot.figure.pins = &copy;
  g_clear_pointer (&self->camera, gradus_camera_free);
  self->camera = gradus_camera_new (&self->shot, self->trainers);
  cairo_surface_t *with = gradus_camera_take (self->camera, 60, NULL);
  differ (without, with, &most);
  g_assert_cmpint (most, >, 60);
  cairo_surface_destroy (without);
  cairo_surface_destroy (with);
  gradus_pins_clear (&copy);
}

/* Every view can be filmed. */
static void
test_views (void)
{
  for (int view = 0; view < GRADUS_N_VIEWS; view++)
    {
      Fixture fixture = { 0 };
      g_autoptr (GError) error = NULL;

      set_up (&fixture, GINT_TO_POINTER (view));
      cairo_surface_t *image = gradus_camera_take (fixture.camera, 31, &error);
      g_assert_no_error (error);
      cairo_surface_destroy (image);
      tear_down (&fixture, NULL);
    }
}

static void
test_sizes (void)
{
  static const struct
  {
    int width, height, rate, n;
  } bad[] = { { 62, 100, 25, 1 },      { 100, 5000, 25, 1 },       { 4096, 4096, 25, 1 },
              { 100, 100, 0, 1 },      { 100, 100, 61, 1 },        { 100, 100, 25, 0 },
              { 100, 100, 25, 20001 }, { 1 << 30, 1 << 30, 25, 1 } };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (
          gradus_film_check (bad[i].width, bad[i].height, bad[i].rate, bad[i].n, &error));
      g_assert_error (error, GRADUS_ERROR, GRADUS_ERROR_SPEC);
    }
  g_autoptr (GError) error = NULL;
  g_assert_null (gradus_film_new (GRADUS_FILM_GIF, 1 << 20, 1 << 20, 25, NULL, &error));
  g_assert_error (error, GRADUS_ERROR, GRADUS_ERROR_SPEC);
  g_assert_cmpint (gradus_film_side (639.2), ==, 640);
  g_assert_cmpint (gradus_film_side (641), ==, 642);
  g_assert_cmpint (gradus_film_format_from_path ("a.b/c.MP4"), ==, GRADUS_FILM_MP4);
  g_assert_cmpint (gradus_film_format_from_path ("a.mp4/c"), ==, -1);
}

static void
test_schedule (void)
{
  g_autofree gint64 *linear = gradus_schedule_new (0, 1000, 11, FALSE);
  g_autofree gint64 *logarithmic = gradus_schedule_new (0, 999, 4, TRUE);
  g_autofree gint64 *few = gradus_schedule_new (5, 7, 5, FALSE);
  g_autofree gint64 *one = gradus_schedule_new (5, 7, 1, TRUE);
  int n = 0;
  g_autofree gint64 *every = gradus_schedule_every (0, 25, 10, 100, &n);

  for (int i = 0; i < 11; i++)
    g_assert_cmpint (linear[i], ==, 100 * i);
  g_assert_cmpint (logarithmic[0], ==, 0); /* 1, 10, 100 and 1000, less one */
  g_assert_cmpint (logarithmic[1], ==, 9);
  g_assert_cmpint (logarithmic[2], ==, 99);
  g_assert_cmpint (logarithmic[3], ==, 999);
  g_assert_cmpint (few[0], ==, 5);
  g_assert_cmpint (few[2], ==, 6);
  g_assert_cmpint (few[4], ==, 7);
  g_assert_cmpint (one[0], ==, 7);
  g_assert_cmpint (n, ==, 4);
  g_assert_cmpint (every[2], ==, 20);
  g_assert_cmpint (every[3], ==, 25);
  g_assert_null (gradus_schedule_every (0, 1000, 1, 100, &n));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  av_log_set_level (AV_LOG_QUIET);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/film/decodes-to-the-pictures-it-was-made-of", test_decoded);
  ADD ("/film/a-picture-is-the-epoch-to-the-bit", test_exact);
  ADD ("/film/given-up-it-leaves-nothing", test_given_up);
  ADD ("/film/odd-sizes-become-even", test_odd_sizes);
  g_test_add ("/film/each-run-shows-what-it-passed", Fixture, GINT_TO_POINTER (GRADUS_VIEW_COMPARE),
              set_up, test_landmarks, tear_down);
  g_test_add ("/film/pinned-curves-are-in-it", Fixture, GINT_TO_POINTER (GRADUS_VIEW_COST), set_up,
              test_pins, tear_down);
  g_test_add_func ("/film/every-view-can-be-filmed", test_views);
  g_test_add_func ("/film/sizes-that-cannot-be-are-refused", test_sizes);
  g_test_add_func ("/film/epochs-are-spread-as-asked", test_schedule);
  return g_test_run ();
}
