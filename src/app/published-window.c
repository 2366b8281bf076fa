/* The window that reproduces published runs: a table, trained live, with a verdict on each row. */
#include "app/published-window.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <math.h>

#include "app/chooser.h"
#include "app/outcome-row.h"
#include "app/reproducer.h"
#include "core/shipped.h"
#include "plot/published-words.h"

struct _GradusPublishedWindow
{
  GtkWindow parent_instance;

  GradusSession *session;
  GradusReproducer *reproducer;
  GPtrArray *tables;       /* of GradusPublished, in the order of titles */
  GradusPublished *table;  /* the one that is shown, or NULL; one of tables */
  GradusOutcome *outcomes; /* (n_rows) of it */
  GPtrArray *rows;         /* (n_rows) GradusOutcomeRow, owned by their lists */

  GtkDropDown *choice;
  GtkStringList *titles;
  GtkLabel *where;
  GtkLabel *about;
  GtkBox *runs;
  GtkSpinner *spinner;
  GtkLabel *sum;
  GtkButton *copy;
  GtkButton *reproduce;
};

G_DEFINE_FINAL_TYPE (GradusPublishedWindow, gradus_published_window, GTK_TYPE_WINDOW)

static void
say (GradusPublishedWindow *self, const char *text, const char *class)
{
  const char *const classes[] = { class, NULL };

  gtk_label_set_text (self->sum, text);
  gtk_widget_set_css_classes (GTK_WIDGET (self->sum), (const char **) classes);
}

/* How far it has come, or what came out. */
static void
say_state (GradusPublishedWindow *self)
{
  int n = self->table != NULL ? self->table->n_rows : 0;
  int n_open = gradus_outcomes_count (self->outcomes, n, GRADUS_VERDICT_OPEN);
  gboolean is_busy = gradus_reproducer_is_busy (self->reproducer);
  gboolean is_reproduced = gradus_published_is_reproduced (self->outcomes, n);
  g_autofree char *text = NULL;

  if (n == 0)
    text = g_strdup (_ ("There is no table here; Open Table reads one"));
  else if (n_open == 0)
    text = gradus_published_sum (self->outcomes, n);
  else if (is_busy)
    text = g_strdup_printf (_ ("%d of %d rows"), n - n_open, n);
  else if (n_open < n)
    text = g_strdup_printf (_ ("Stopped after %d of %d rows"), n - n_open, n);
  else
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d published figure, not trained yet",
                                         "%d published figures, not trained yet", (gulong) n),
                            n);
  if (n == 0 || n_open > 0)
    say (self, text, NULL);
  else
    say (self, text, is_reproduced ? "gradus-agrees" : "gradus-differs");
}

static void
update_buttons (GradusPublishedWindow *self)
{
  gboolean is_busy = gradus_reproducer_is_busy (self->reproducer);

  gtk_button_set_label (self->reproduce, is_busy ? _ ("_Stop") : _ ("_Reproduce"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->reproduce), self->table != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->copy), self->table != NULL);
  gtk_spinner_set_spinning (self->spinner, is_busy);
  say_state (self);
}

static void
row_cb (int row, const GradusOutcome *outcome, gpointer data)
{
  GradusPublishedWindow *self = data;

  self->outcomes[row] = *outcome;
  gradus_outcome_row_set (self->rows->pdata[row], outcome);
  say_state (self);
}

static void
done_cb (const GError *error, gpointer data)
{
  GradusPublishedWindow *self = data;

  update_buttons (self);
  if (error != NULL)
    say (self, error->message, "gradus-differs");
}

/* Nothing has come out yet. */
static void
clear_outcomes (GradusPublishedWindow *self)
{
  for (int i = 0; self->table != NULL && i < self->table->n_rows; i++)
    {
      self->outcomes[i] = (GradusOutcome){ .ours = (double) NAN, .verdict = GRADUS_VERDICT_OPEN };
      gradus_outcome_row_set (self->rows->pdata[i], &self->outcomes[i]);
    }
}

static void
reproduce_cb (GradusPublishedWindow *self)
{
  if (gradus_reproducer_is_busy (self->reproducer))
    gradus_reproducer_stop (self->reproducer);
  else if (self->table != NULL)
    {
      clear_outcomes (self);
      gradus_reproducer_start (self->reproducer, self->table);
    }
  update_buttons (self);
}

static void
copy_cb (GradusPublishedWindow *self)
{
  if (self->table == NULL)
    return;
  g_autofree char *text =
      gradus_published_to_text (self->table, self->outcomes, localeconv ()->decimal_point);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  say (self, _ ("Copied as text, with tabs between the columns"), NULL);
}

static gboolean
copy_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  copy_cb (GRADUS_PUBLISHED_WINDOW (widget));
  return TRUE;
}

/* The run's experiment takes the place of the one in the main window, at its start. */
static void
open_run_cb (GtkButton *button, GradusPublishedWindow *self)
{
  int run = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "run"));
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  gradus_knobs_set_spec (gradus_session_get_knobs (self->session), self->table->runs[run].spec);
  gradus_session_reset (self->session);
  gtk_window_close (GTK_WINDOW (self));
  if (parent != NULL)
    gtk_window_present (parent);
}

/* The run's title, and the button that opens it. */
static GtkWidget *
make_run_head (GradusPublishedWindow *self, int run)
{
  const char *title = self->table->runs[run].title;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *button = gtk_button_new_with_label (_ ("Open This Run"));
  g_autofree char *name = g_strdup_printf (_ ("Open This Run: %s"), title);

  gtk_widget_add_css_class (label, "heading");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (
      button, _ ("Put this experiment into the main window, at epoch 0, to watch it train"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "run", GINT_TO_POINTER (run));
  g_signal_connect_object (button, "clicked", G_CALLBACK (open_run_cb), self, 0);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  gtk_widget_add_css_class (box, "gradus-next");
  return box;
}

/* A run and its rows; a reason stands below the last row of its quantity. */
static void
append_run (GradusPublishedWindow *self, int run)
{
  const GradusPublished *table = self->table;
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "gradus-card");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  table->runs[run].title, -1);
  if (run == 0)
    gtk_list_box_append (GTK_LIST_BOX (list), gradus_outcome_row_new_head ());
  for (int i = 0; i < table->n_rows; i++)
    {
      const GradusPublishedRow *row = &table->rows[i];
      gboolean is_last = i + 1 == table->n_rows || row[1].run != run
                         || row[1].quantity != row->quantity || !row[1].is_band;

      if (row->run != run)
        continue;
      self->rows->pdata[i] = gradus_outcome_row_new (self->table, i, row->is_band && is_last);
      gtk_list_box_append (GTK_LIST_BOX (list), self->rows->pdata[i]);
    }
  gtk_box_append (self->runs, make_run_head (self, run));
  gtk_box_append (self->runs, list);
}

static void
show_table (GradusPublishedWindow *self, GradusPublished *table)
{
  GtkWidget *child;
  g_autofree char *where = g_strdup_printf (_ ("Published: %s."), table->where);

  gradus_reproducer_stop (self->reproducer);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->runs))) != NULL)
    gtk_box_remove (self->runs, child);
  self->table = table;
  g_free (self->outcomes);
  self->outcomes = g_new0 (GradusOutcome, (gsize) table->n_rows);
  g_ptr_array_set_size (self->rows, table->n_rows);
  for (int run = 0; run < table->n_runs; run++)
    append_run (self, run);
  clear_outcomes (self);
  gtk_label_set_text (self->where, where);
  gtk_label_set_text (self->about, table->about != NULL ? table->about : "");
  gtk_widget_set_visible (GTK_WIDGET (self->about), table->about != NULL);
  update_buttons (self);
}

static void
chosen_cb (GradusPublishedWindow *self)
{
  guint selected = gtk_drop_down_get_selected (self->choice);

  if (gtk_widget_in_destruction (GTK_WIDGET (self)) || selected >= self->tables->len
      || self->tables->pdata[selected] == self->table)
    return;
  show_table (self, self->tables->pdata[selected]);
}

/* Adds the table to those that can be chosen; takes it. */
static void
add_table (GradusPublishedWindow *self, GradusPublished *table)
{
  g_ptr_array_add (self->tables, table);
  gtk_string_list_append (self->titles, table->title);
}

static void
choose_last (GradusPublishedWindow *self)
{
  gtk_drop_down_set_selected (self->choice, self->tables->len - 1);
}

/* Reads the table at path and adds it, or says what is wrong with it. */
static gboolean
read_table (GradusPublishedWindow *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  GradusPublished *table = gradus_published_load (path, &error);

  if (table != NULL)
    add_table (self, table);
  else
    say (self, error->message, "gradus-differs");
  return table != NULL;
}

static void
file_chosen_cb (GtkWindow *parent, const char *path, gpointer data)
{
  GradusPublishedWindow *self = data;

  if (read_table (self, path))
    choose_last (self);
}

static void
open_cb (GradusPublishedWindow *self)
{
  gradus_chooser_open_published (GTK_WINDOW (self), file_chosen_cb, self);
}

static void
gradus_published_window_dispose (GObject *object)
{
  GradusPublishedWindow *self = GRADUS_PUBLISHED_WINDOW (object);

  gradus_reproducer_stop (self->reproducer);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (gradus_published_window_parent_class)->dispose (object);
}

static void
gradus_published_window_finalize (GObject *object)
{
  GradusPublishedWindow *self = GRADUS_PUBLISHED_WINDOW (object);

  gradus_reproducer_free (self->reproducer);
  g_ptr_array_unref (self->tables);
  g_ptr_array_unref (self->rows);
  g_free (self->outcomes);
  G_OBJECT_CLASS (gradus_published_window_parent_class)->finalize (object);
}

static void
gradus_published_window_class_init (GradusPublishedWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gradus_published_window_dispose;
  object_class->finalize = gradus_published_window_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/gradus/Gradus/ui/published-window.ui");
  gtk_widget_class_bind_template_child (widget_class, GradusPublishedWindow, choice);
  gtk_widget_class_bind_template_child (widget_class, GradusPublishedWindow, titles);
  gtk_widget_class_bind_template_child (widget_class, GradusPublishedWindow, where);
  gtk_widget_class_bind_template_child (widget_class, GradusPublishedWindow, about);
  gtk_widget_class_bind_template_child (widget_class, GradusPublishedWindow, runs);
  gtk_widget_class_bind_template_child (widget_class, GradusPublishedWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, GradusPublishedWindow, sum);
  gtk_widget_class_bind_template_child (widget_class, GradusPublishedWindow, copy);
  gtk_widget_class_bind_template_child (widget_class, GradusPublishedWindow, reproduce);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, reproduce_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, copy_key_cb, NULL);
}

static void
gradus_published_window_init (GradusPublishedWindow *self)
{
  g_auto (GStrv) paths = gradus_shipped_list ("tables", ".table");

  self->reproducer = gradus_reproducer_new (row_cb, done_cb, self);
  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) gradus_published_unref);
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  update_buttons (self);
  for (int i = 0; paths[i] != NULL; i++)
    read_table (self, paths[i]);
  chosen_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->reproduce));
}

/* What the actions of one main window work with; lives with it. */
typedef struct
{
  GtkWindow *parent;
  GradusSession *session;
  GradusMessageBar *message_bar;
} Opener;

/* The one that is open beside the main window, or else a new one. */
static GradusPublishedWindow *
find_window (Opener *self)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  GradusPublishedWindow *window;

  for (GList *l = windows; l != NULL; l = l->next)
    if (GRADUS_IS_PUBLISHED_WINDOW (l->data)
        && gtk_window_get_transient_for (l->data) == self->parent)
      return l->data;
  window = g_object_new (GRADUS_TYPE_PUBLISHED_WINDOW, "transient-for", self->parent, NULL);
  window->session = g_object_ref (self->session);
  return window;
}

static void
reproduce_action_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_present (GTK_WINDOW (find_window (data)));
}

static void
open_action_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Opener *self = data;
  g_autoptr (GError) error = NULL;
  GradusPublished *table = gradus_published_load (g_variant_get_bytestring (parameter), &error);
  GradusPublishedWindow *window;

  if (table == NULL)
    {
      gradus_message_bar_show (self->message_bar, error->message);
      return;
    }
  window = find_window (self);
  add_table (window, table);
  choose_last (window);
  gtk_window_present (GTK_WINDOW (window));
}

void
gradus_published_window_add_actions (GtkApplicationWindow *window, GradusSession *session,
                                     GradusMessageBar *message_bar)
{
  static const GActionEntry entries[] = {
    { .name = "reproduce", .activate = reproduce_action_cb },
    { .name = "open-published", .parameter_type = "ay", .activate = open_action_cb },
  };
  Opener *self = g_new0 (Opener, 1);

  self->parent = GTK_WINDOW (window);
  self->session = session;
  self->message_bar = message_bar;
  g_object_set_data_full (G_OBJECT (window), "gradus-published", self, g_free);
  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), self);
}
