/* The module that knows films: FFmpeg's libraries, from pictures to the bytes of a file. */
#include "film/encoder.h"

#include <glib/gi18n-lib.h>
#include <gmodule.h>
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/opt.h>
#include <libswscale/swscale.h>
#include <string.h>

#include "core/error.h"
#include "film/palette.h"

/* A part of the file that FFmpeg writes at a time. */
#define BUFFER 65536
/* So much is kept in memory of a film. */
#define MOST_BYTES (1u << 30)
/* As many everywhere: with another number the bytes would be others. */
#define N_THREADS 4

/* name, value, …, NULL: fine lines and plain areas stay as they are. */
static const char *const h264[] = { "preset", "veryfast", "crf", "14", NULL };
static const char *const vp9[] = { "deadline", "good", "cpu-used", "5", "crf", "18",
                                   "b",        "0",    "row-mt",   "1", NULL };
static const char *const nothing[] = { NULL };

static const struct
{
  const char *muxer;
  const char *encoder;
  enum AVPixelFormat pixels;
  const char *const *options;
} kinds[GRADUS_N_FILM_FORMATS] = {
  [GRADUS_FILM_MP4] = { "mp4", "libx264", AV_PIX_FMT_YUV420P, h264 },
  [GRADUS_FILM_WEBM] = { "webm", "libvpx-vp9", AV_PIX_FMT_YUV420P, vp9 },
  [GRADUS_FILM_GIF] = { "gif", "gif", AV_PIX_FMT_PAL8, nothing },
};

typedef struct
{
  GradusFilmOrder order;
  GByteArray *bytes;
  gint64 position; /* in bytes, where the next are written */
  AVIOContext *io;
  AVFormatContext *file;
  AVCodecContext *codec;
  AVStream *stream;
  struct SwsContext *scaler; /* NULL where there is a palette */
  AVFrame *frame;
  AVPacket *packet;
  gint64 n_frames;
  gboolean is_begun; /* there is a header, and no trailer yet */
} Encoder;

/* FALSE with an error where code is one of FFmpeg's. */
static gboolean
passes (int code, GError **error)
{
  char reason[AV_ERROR_MAX_STRING_SIZE] = "";

  if (code >= 0)
    return TRUE;
  av_strerror (code, reason, sizeof reason);
  g_set_error (error, GRADUS_ERROR, GRADUS_ERROR_FILE, _ ("the film cannot be made: %s"), reason);
  return FALSE;
}

static int
write_cb (void *data, guint8 *bytes, int length)
{
  Encoder *self = data;
  gint64 end = self->position + length;

  if (end > MOST_BYTES)
    return AVERROR (ENOSPC);
  if (end > self->bytes->len)
    g_byte_array_set_size (self->bytes, (guint) end);
  memcpy (self->bytes->data + self->position, bytes, (gsize) length);
  self->position = end;
  return length;
}

static gint64
seek_cb (void *data, gint64 offset, int whence)
{
  Encoder *self = data;

  switch (whence)
    {
    case AVSEEK_SIZE:
      return self->bytes->len;
    case SEEK_CUR:
      offset += self->position;
      break;
    case SEEK_END:
      offset += self->bytes->len;
      break;
    default:
      break;
    }
  if (offset < 0 || offset > self->bytes->len)
    return AVERROR (EINVAL);
  return self->position = offset;
}

static void
encoder_close (gpointer data)
{
  Encoder *self = data;

  /* It also gives back what the file holds on to. */
  if (self->is_begun)
    av_write_trailer (self->file);
  av_packet_free (&self->packet);
  av_frame_free (&self->frame);
  sws_freeContext (self->scaler);
  avcodec_free_context (&self->codec);
  avformat_free_context (self->file);
  if (self->io != NULL)
    av_freep (&self->io->buffer);
  avio_context_free (&self->io);
  g_byte_array_unref (self->bytes);
  g_free (self);
}

/* The file in memory; nothing in it hangs on when it was written, or by which version. */
static gboolean
open_file (Encoder *self, GError **error)
{
  guint8 *buffer = av_malloc (BUFFER);

  if (!passes (
          avformat_alloc_output_context2 (&self->file, NULL, kinds[self->order.format].muxer, NULL),
          error))
    {
      av_free (buffer);
      return FALSE;
    }
  self->io = avio_alloc_context (buffer, BUFFER, 1, self, NULL, write_cb, seek_cb);
  self->file->pb = self->io;
  self->file->flags |= AVFMT_FLAG_CUSTOM_IO | AVFMT_FLAG_BITEXACT;
  if (self->order.comment != NULL)
    av_dict_set (&self->file->metadata, "comment", self->order.comment, 0);
  return TRUE;
}

static gboolean
open_codec (Encoder *self, GError **error)
{
  const char *name = kinds[self->order.format].encoder;
  const char *const *options = kinds[self->order.format].options;
  const AVCodec *codec = avcodec_find_encoder_by_name (name);

  if (codec == NULL)
    {
      g_set_error (error, GRADUS_ERROR, GRADUS_ERROR_FILE,
                   _ ("this system’s FFmpeg cannot write .%s, as it lacks %s; another suffix of "
                      ".mp4, .webm and .gif is right"),
                   gradus_film_format_name (self->order.format), name);
      return FALSE;
    }
  self->codec = avcodec_alloc_context3 (codec);
  self->codec->width = self->order.width;
  self->codec->height = self->order.height;
  self->codec->time_base = (AVRational){ 1, self->order.rate };
  self->codec->framerate = (AVRational){ self->order.rate, 1 };
  self->codec->gop_size = 2 * self->order.rate; /* so that a player can jump to any place */
  self->codec->pix_fmt = kinds[self->order.format].pixels;
  self->codec->thread_count = N_THREADS;
  self->codec->flags |= AV_CODEC_FLAG_BITEXACT;
  if (self->codec->pix_fmt == AV_PIX_FMT_YUV420P)
    {
      self->codec->colorspace = AVCOL_SPC_BT709;
      self->codec->color_primaries = AVCOL_PRI_BT709;
      self->codec->color_trc = AVCOL_TRC_BT709;
      self->codec->color_range = AVCOL_RANGE_MPEG;
    }
  if (self->file->oformat->flags & AVFMT_GLOBALHEADER)
    self->codec->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
  for (int i = 0; options[i] != NULL; i += 2)
    av_opt_set (self->codec, options[i], options[i + 1], AV_OPT_SEARCH_CHILDREN);
  return passes (avcodec_open2 (self->codec, codec, NULL), error);
}

static gboolean
open_stream (Encoder *self, GError **error)
{
  AVDictionary *options = NULL;

  self->stream = avformat_new_stream (self->file, NULL);
  self->stream->time_base = self->codec->time_base;
  self->stream->avg_frame_rate = self->codec->framerate;
  if (!passes (avcodec_parameters_from_context (self->stream->codecpar, self->codec), error))
    return FALSE;
  /* A GIF begins anew by itself: its end stands for two seconds. */
  if (self->order.format == GRADUS_FILM_GIF)
    av_dict_set (&options, "final_delay", "200", 0);
  int code = avformat_write_header (self->file, &options);
  av_dict_free (&options);
  self->is_begun = code >= 0;
  return passes (code, error);
}

/* Where the colours are those of a screen they become those of a film, by its own matrix. */
static gboolean
open_frame (Encoder *self, GError **error)
{
  int width = self->order.width, height = self->order.height;

  self->packet = av_packet_alloc ();
  self->frame = av_frame_alloc ();
  self->frame->format = self->codec->pix_fmt;
  self->frame->width = width;
  self->frame->height = height;
  self->frame->color_range = self->codec->color_range;
  self->frame->colorspace = self->codec->colorspace;
  if (!passes (av_frame_get_buffer (self->frame, 0), error))
    return FALSE;
  if (self->codec->pix_fmt == AV_PIX_FMT_PAL8)
    return TRUE;
  self->scaler = sws_getContext (
      width, height, AV_PIX_FMT_0RGB32, width, height, self->codec->pix_fmt,
      SWS_AREA | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INP | SWS_BITEXACT, NULL, NULL, NULL);
  if (self->scaler == NULL)
    return passes (AVERROR (ENOMEM), error);
  const int *matrix = sws_getCoefficients (SWS_CS_ITU709);
  sws_setColorspaceDetails (self->scaler, matrix, 1, matrix, 0, 0, 1 << 16, 1 << 16);
  return TRUE;
}

static gpointer
encoder_open (const GradusFilmOrder *order, GError **error)
{
  Encoder *self = g_new0 (Encoder, 1);

  av_log_set_level (AV_LOG_QUIET); /* what it has to say comes as an error */
  self->order = *order;
  self->bytes = g_byte_array_new ();
  if (open_file (self, error) && open_codec (self, error) && open_stream (self, error)
      && open_frame (self, error))
    {
      self->order.comment = NULL; /* it is the caller's */
      return self;
    }
  encoder_close (self);
  return NULL;
}

/* Writes what the codec has ready. Returns: an error of FFmpeg's, or 0. */
static int
drain (Encoder *self)
{
  int code;

  while ((code = avcodec_receive_packet (self->codec, self->packet)) >= 0)
    {
      self->packet->duration = self->packet->duration > 0 ? self->packet->duration : 1;
      av_packet_rescale_ts (self->packet, self->codec->time_base, self->stream->time_base);
      self->packet->stream_index = self->stream->index;
      code = av_interleaved_write_frame (self->file, self->packet);
      if (code < 0)
        return code;
    }
  return code == AVERROR (EAGAIN) || code == AVERROR_EOF ? 0 : code;
}

static void
fill_palette (Encoder *self, const guint8 *pixels, int stride)
{
  guint32 *colors = (guint32 *) (gpointer) self->frame->data[1];

  gradus_palette_choose (pixels, stride, self->order.width, self->order.height, colors,
                         self->frame->data[0], self->frame->linesize[0]);
  for (int i = 0; i < GRADUS_PALETTE_COLORS; i++)
    colors[i] |= 0xff000000;
  self->frame->palette_has_changed = 1;
}

static gboolean
encoder_add (gpointer data, const guint8 *pixels, int stride, GError **error)
{
  Encoder *self = data;

  if (!passes (av_frame_make_writable (self->frame), error))
    return FALSE;
  if (self->scaler != NULL)
    sws_scale (self->scaler, &pixels, &stride, 0, self->order.height, self->frame->data,
               self->frame->linesize);
  else
    fill_palette (self, pixels, stride);
  self->frame->pts = self->n_frames++;
  int code = avcodec_send_frame (self->codec, self->frame);
  return passes (code < 0 ? code : drain (self), error);
}

static GByteArray *
encoder_finish (gpointer data, GError **error)
{
  Encoder *self = data;
  int code = avcodec_send_frame (self->codec, NULL);

  if (code >= 0)
    code = drain (self);
  if (code >= 0)
    {
      self->is_begun = FALSE;
      code = av_write_trailer (self->file);
    }
  if (code >= 0)
    {
      avio_flush (self->io);
      code = self->io->error;
    }
  return passes (code, error) ? g_byte_array_ref (self->bytes) : NULL;
}

G_MODULE_EXPORT const GradusFilmEncoder gradus_film_encoder = { encoder_open, encoder_add,
                                                                encoder_finish, encoder_close };
