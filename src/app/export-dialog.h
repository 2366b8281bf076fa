/* What to export: which plot, in which format, how large, on which ground. */
#pragma once

#include <gtk/gtk.h>

#include "plot/export.h"

#define GRADUS_TYPE_EXPORT_DIALOG (gradus_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GradusExportDialog, gradus_export_dialog, GRADUS, EXPORT_DIALOG, GtkWindow)

typedef struct
{
  GradusView view;
  GradusFormat format;
  GradusThemeKind theme;
  double width, height; /* CSS pixels */
  double scale;         /* device pixels in one of them; PNG only */
  gboolean has_words;   /* the experiment below the plot */
} GradusExportWish;

/* Where runs are compared the comparison is suggested.
 * Signal: accepted () when the question is answered; the dialog closes itself after it. */
GradusExportDialog *gradus_export_dialog_new (GtkWindow *parent, gboolean is_comparing);

void gradus_export_dialog_get_wish (GradusExportDialog *self, GradusExportWish *wish);
