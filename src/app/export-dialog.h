/* What to export: which plot, in which format, how large, on which ground. */
#pragma once

#include <gtk/gtk.h>

#include "film/film.h"
#include "plot/export.h"

#define GRADUS_TYPE_EXPORT_DIALOG (gradus_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GradusExportDialog, gradus_export_dialog, GRADUS, EXPORT_DIALOG, GtkWindow)

/* Of a film. */
typedef struct
{
  GradusFilmFormat format;
  gint64 from, to; /* epochs */
  int seconds, rate;
  gboolean is_log; /* more of the time for early epochs */
} GradusFilmChoice;

typedef struct
{
  GradusView view;
  gboolean is_film; /* then format has no meaning, else film */
  GradusFilmChoice film;
  GradusFormat format;
  GradusThemeKind theme;
  double width, height; /* CSS pixels */
  double scale;         /* device pixels in one of them; PNG and film only */
  gboolean has_words;   /* the experiment below the plot */
} GradusExportWish;

/* Where runs are compared the comparison is suggested. epoch: the newest, which a film ends with
 * unless another is chosen.
 * Signal: accepted () when the question is answered; the dialog closes itself after it. */
GradusExportDialog *gradus_export_dialog_new (GtkWindow *parent, gboolean is_comparing,
                                              gint64 epoch);

void gradus_export_dialog_get_wish (GradusExportDialog *self, GradusExportWish *wish);
