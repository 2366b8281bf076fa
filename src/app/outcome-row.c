/* A row of a table of published figures: published, ours and the verdict. */
#include "app/outcome-row.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <math.h>

#include "app/numbers.h"
#include "plot/published-words.h"

struct _GradusOutcomeRow
{
  GtkListBoxRow parent_instance;

  GradusPublished *table; /* NULL: this is the head */
  int row;

  GtkLabel *epoch;
  GtkLabel *quantity;
  GtkLabel *published;
  GtkLabel *ours;
  GtkLabel *sign;
  GtkLabel *verdict;
  GtkLabel *reason;
};

G_DEFINE_FINAL_TYPE (GradusOutcomeRow, gradus_outcome_row, GTK_TYPE_LIST_BOX_ROW)

/* In the order of GradusVerdict: a sign, and the class of its colour. Never a colour alone. */
static const char *const signs[][2] = {
  { "", NULL },
  { "\u2713", "gradus-agrees" },
  { "\u2248", "gradus-in-band" },
  { "\u2717", "gradus-differs" },
  { "\u2717", "gradus-differs" },
};

static void
gradus_outcome_row_finalize (GObject *object)
{
  g_clear_pointer (&GRADUS_OUTCOME_ROW (object)->table, gradus_published_unref);
  G_OBJECT_CLASS (gradus_outcome_row_parent_class)->finalize (object);
}

static void
gradus_outcome_row_class_init (GradusOutcomeRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = gradus_outcome_row_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/gradus/Gradus/ui/outcome-row.ui");
  gtk_widget_class_bind_template_child (widget_class, GradusOutcomeRow, epoch);
  gtk_widget_class_bind_template_child (widget_class, GradusOutcomeRow, quantity);
  gtk_widget_class_bind_template_child (widget_class, GradusOutcomeRow, published);
  gtk_widget_class_bind_template_child (widget_class, GradusOutcomeRow, ours);
  gtk_widget_class_bind_template_child (widget_class, GradusOutcomeRow, sign);
  gtk_widget_class_bind_template_child (widget_class, GradusOutcomeRow, verdict);
  gtk_widget_class_bind_template_child (widget_class, GradusOutcomeRow, reason);
}

static void
gradus_outcome_row_init (GradusOutcomeRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
gradus_outcome_row_new (GradusPublished *table, int row, gboolean with_reason)
{
  const GradusOutcome open = { .ours = (double) NAN, .verdict = GRADUS_VERDICT_OPEN };
  const GradusPublishedRow *published = &table->rows[row];
  GradusOutcomeRow *self = g_object_new (GRADUS_TYPE_OUTCOME_ROW, NULL);
  g_autofree char *epoch = gradus_count_to_text (published->epoch);
  g_autofree char *figure = gradus_published_figure (published, localeconv ()->decimal_point);

  self->table = gradus_published_ref (table);
  self->row = row;
  gtk_label_set_text (self->epoch, epoch);
  gtk_label_set_text (self->quantity, gradus_quantity_words (published->quantity));
  gtk_label_set_text (self->published, figure);
  if (with_reason && published->reason != NULL)
    {
      gtk_label_set_text (self->reason, published->reason);
      gtk_widget_set_visible (GTK_WIDGET (self->reason), TRUE);
    }
  gradus_outcome_row_set (self, &open);
  return GTK_WIDGET (self);
}

GtkWidget *
gradus_outcome_row_new_head (void)
{
  GradusOutcomeRow *self = g_object_new (GRADUS_TYPE_OUTCOME_ROW, NULL);

  gtk_label_set_text (self->epoch, _ ("epoch"));
  gtk_label_set_text (self->published, _ ("published"));
  gtk_label_set_text (self->ours, _ ("ours"));
  gtk_label_set_text (self->verdict, _ ("verdict"));
  gtk_widget_add_css_class (GTK_WIDGET (self), "dim-label");
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  return GTK_WIDGET (self);
}

/* The whole row in one sentence, for who does not see its columns. */
static void
describe (GradusOutcomeRow *self)
{
  const char *ours = gtk_label_get_text (self->ours);
  const char *verdict = gtk_label_get_text (self->verdict);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, _ ("Epoch %s, %s: published %s"), gtk_label_get_text (self->epoch),
                          gtk_label_get_text (self->quantity),
                          gtk_label_get_text (self->published));
  if (*ours != '\0')
    g_string_append_printf (text, _ (", ours %s"), ours);
  if (*verdict != '\0')
    g_string_append_printf (text, ", %s", verdict);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text->str,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  gtk_label_get_text (self->reason), -1);
}

void
gradus_outcome_row_set (GradusOutcomeRow *self, const GradusOutcome *outcome)
{
  g_return_if_fail (GRADUS_IS_OUTCOME_ROW (self) && self->table != NULL);

  const GradusPublishedRow *row = &self->table->rows[self->row];
  const char *point = localeconv ()->decimal_point;
  g_autofree char *ours = gradus_published_ours (row, outcome, point);
  g_autofree char *verdict = gradus_published_verdict (row, outcome, point);
  const char *const classes[] = { signs[outcome->verdict][1], NULL };

  gtk_label_set_text (self->ours, ours);
  gtk_label_set_text (self->sign, signs[outcome->verdict][0]);
  gtk_widget_set_css_classes (GTK_WIDGET (self->sign), (const char **) classes);
  gtk_label_set_text (self->verdict, verdict);
  describe (self);
}
