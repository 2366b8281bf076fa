/* The status bar: the run's state, and a sentence on what goes on that leads to its picture. */
#include "app/narrator-line.h"

#include <glib/gi18n-lib.h>

#include "app/narration.h"

#define NOTICE_MS 300 /* a wait that is shorter is none */
#define RENEW_MS 250  /* sentences that change faster could not be read */

struct _GradusNarratorLine
{
  GtkWidget parent_instance;

  GradusSession *session;

  GtkWidget *child;
  GtkLabel *state;
  GtkWidget *link;
  GtkLabel *sentence;

  int place; /* of the run that the sentence is about */
  guint notice_id;
  guint renew_id;      /* the sentence was renewed lately */
  gboolean has_news;   /* since then */
  gboolean is_waiting; /* a new run has been in the making for NOTICE_MS */
};

G_DEFINE_FINAL_TYPE (GradusNarratorLine, gradus_narrator_line, GTK_TYPE_WIDGET)

enum
{
  PROP_WRAPPED = 1,
  N_PROPS
};

static gboolean renew_cb (gpointer data);

/* A label that is set anew is measured anew, and the window with it: only where the text differs.
 */
static gboolean
label_set (GtkLabel *label, const char *text)
{
  if (g_strcmp0 (gtk_label_get_text (label), text) == 0)
    return FALSE;
  gtk_label_set_text (label, text);
  return TRUE;
}

static void
show_sentence (GradusNarratorLine *self)
{
  int view;
  g_autofree char *sentence =
      gradus_narration_tell (self->session, self->is_waiting, &view, &self->place);

  gtk_widget_set_visible (self->link, view >= 0);
  if (view >= 0)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->link), "s",
                                      gradus_view_name ((GradusView) view));
  if (!label_set (self->sentence, sentence))
    return;
  g_autofree char *tip = g_strdup_printf ("%s\n%s", sentence, _ ("Press to see the picture of it"));
  gtk_widget_set_tooltip_text (self->link, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->link), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sentence, -1);
}

static void
show_state (GradusNarratorLine *self)
{
  g_autofree char *state = gradus_narration_tell_state (self->session, self->is_waiting);
  g_autofree char *way_on = gradus_narration_tell_way_on (self->session, self->is_waiting);

  label_set (self->state, state);
  if (g_strcmp0 (gtk_widget_get_tooltip_text (GTK_WIDGET (self->state)), way_on) != 0)
    gtk_widget_set_tooltip_text (GTK_WIDGET (self->state), way_on);
}

static void
update (GradusNarratorLine *self)
{
  show_state (self);
  self->has_news = TRUE;
  if (self->renew_id != 0)
    return;
  self->has_news = FALSE;
  show_sentence (self);
  self->renew_id = g_timeout_add (RENEW_MS, renew_cb, self);
}

static gboolean
renew_cb (gpointer data)
{
  GradusNarratorLine *self = data;

  self->renew_id = 0;
  if (self->has_news)
    update (self);
  return G_SOURCE_REMOVE;
}

static gboolean
notice_cb (gpointer data)
{
  GradusNarratorLine *self = data;

  self->notice_id = 0;
  self->is_waiting = TRUE;
  update (self);
  return G_SOURCE_REMOVE;
}

static void
busy_cb (GradusNarratorLine *self)
{
  gboolean is_busy;

  g_object_get (self->session, "busy", &is_busy, NULL);
  if (is_busy && self->notice_id == 0 && !self->is_waiting)
    self->notice_id = g_timeout_add (NOTICE_MS, notice_cb, self);
  if (is_busy)
    return;
  g_clear_handle_id (&self->notice_id, g_source_remove);
  self->is_waiting = FALSE;
  update (self);
}

/* The picture that it leads to is that of the run on screen. */
static void
clicked_cb (GradusNarratorLine *self)
{
  gradus_session_select (self->session, self->place);
}

static void
gradus_narrator_line_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, gtk_label_get_wrap (GRADUS_NARRATOR_LINE (object)->sentence));
}

static void
gradus_narrator_line_set_property (GObject *object, guint id, const GValue *value,
                                   GParamSpec *pspec)
{
  GradusNarratorLine *self = GRADUS_NARRATOR_LINE (object);
  gboolean is_wrapped = g_value_get_boolean (value);

  gtk_widget_set_visible (GTK_WIDGET (self->state), !is_wrapped);
  gtk_label_set_wrap (self->sentence, is_wrapped);
  gtk_label_set_ellipsize (self->sentence, is_wrapped ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->link, is_wrapped);
}

static void
gradus_narrator_line_dispose (GObject *object)
{
  GradusNarratorLine *self = GRADUS_NARRATOR_LINE (object);

  g_clear_handle_id (&self->notice_id, g_source_remove);
  g_clear_handle_id (&self->renew_id, g_source_remove);
  g_clear_object (&self->session);
  g_clear_pointer (&self->child, gtk_widget_unparent);
  G_OBJECT_CLASS (gradus_narrator_line_parent_class)->dispose (object);
}

static void
gradus_narrator_line_class_init (GradusNarratorLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = gradus_narrator_line_get_property;
  object_class->set_property = gradus_narrator_line_set_property;
  object_class->dispose = gradus_narrator_line_dispose;
  g_object_class_install_property (
      object_class, PROP_WRAPPED,
      g_param_spec_boolean ("wrapped", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/gradus/Gradus/ui/narrator-line.ui");
  gtk_widget_class_bind_template_child (widget_class, GradusNarratorLine, child);
  gtk_widget_class_bind_template_child (widget_class, GradusNarratorLine, state);
  gtk_widget_class_bind_template_child (widget_class, GradusNarratorLine, link);
  gtk_widget_class_bind_template_child (widget_class, GradusNarratorLine, sentence);
}

static void
gradus_narrator_line_init (GradusNarratorLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->link, "clicked", G_CALLBACK (clicked_cb), self);
}

void
gradus_narrator_line_set_session (GradusNarratorLine *self, GradusSession *session)
{
  static const char *const signals[] = {
    "advanced",      "restarted",         "scene-changed",
    "notify::state", "notify::following", "notify::epochs-per-second",
  };

  g_return_if_fail (GRADUS_IS_NARRATOR_LINE (self));
  g_return_if_fail (GRADUS_IS_SESSION (session));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  for (gsize i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (session, signals[i], G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::busy", G_CALLBACK (busy_cb), self, G_CONNECT_SWAPPED);
  busy_cb (self);
}
