/* From the wish for a film to its making. */
#include "app/filmer.h"

#include "app/film-window.h"

/* Run i of the film is the session's at that place. */
static void
add_run (GradusFilmWish *film, GradusSession *session, int place)
{
  GradusScene *scene;
  const GradusTrainer *trainer = gradus_session_get_compared (session, place, &scene);
  GradusDataset *data = gradus_session_get_compared_data (session, place);

  film->specs[film->n_runs] = g_memdup2 (gradus_trainer_get_spec (trainer), sizeof (GradusSpec));
  film->data[film->n_runs] = gradus_dataset_ref (data);
  film->n_runs++;
}

static void
set_shot (GradusFilmWish *film, const GradusFigure *figure, const GradusExportWish *wish,
          gint64 example)
{
  film->captions = *figure->captions;
  film->data_name = g_strdup (film->captions.data_name);
  film->captions.data_name = film->data_name;
  film->shot = (GradusShot){ .spec = film->spec,
                             .figure = *figure,
                             .width = wish->width,
                             .height = wish->height,
                             .scale = wish->scale,
                             .example = example,
                             .has_words = wish->has_words,
                             .n_threads = (int) g_get_num_processors () };
  film->shot.figure.captions = &film->captions;
  if (figure->pins != NULL) /* the session's change while the film is made */
    gradus_pins_copy (&film->pins, figure->pins);
  film->shot.figure.pins = &film->pins;
}

void
gradus_filmer_begin (GtkWindow *parent, GradusSession *session, GradusMessageBar *message_bar,
                     const GradusFigure *figure, const GradusExportWish *wish, const char *path)
{
  int n_runs = MIN (gradus_session_count_runs (session), GRADUS_MAX_COMPARED);
  gboolean is_comparison = wish->view == GRADUS_VIEW_COMPARE;
  gint64 example = -1;

  if (n_runs == 0)
    return;
  GradusFilmWish *film = g_new0 (GradusFilmWish, 1);
  for (int i = 0; i < n_runs; i++)
    if (is_comparison || i == gradus_session_get_place (session))
      add_run (film, session, i);
  film->spec = g_memdup2 (film->specs[0], sizeof (GradusSpec));
  if (!is_comparison)
    film->spec->vary[0] = film->spec->values[0] = '\0';
  g_object_get (session, "example", &example, NULL);
  set_shot (film, figure, wish, is_comparison ? -1 : example);
  film->format = wish->film.format;
  film->rate = wish->film.rate;
  film->n_frames = wish->film.seconds * wish->film.rate;
  film->from = MIN (wish->film.from, wish->film.to);
  film->to = MAX (wish->film.from, wish->film.to);
  film->is_log = wish->film.is_log;
  film->path = g_strdup (path);
  gtk_window_present (GTK_WINDOW (gradus_film_window_new (parent, message_bar, film)));
}
