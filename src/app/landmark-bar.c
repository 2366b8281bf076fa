/* A slim bar over the time slider that marks what the run has passed. */
#include "app/landmark-bar.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "plot/landmark-words.h"

#define HEIGHT 14
#define TICK 2.0f
#define GAP 4.0   /* between a tick and the words beside it */
#define KNOB 12.0 /* beside the middle of the slider's knob, which stands out into the bar */
#define NEAR 6.0  /* from a tick, and still on it */

struct _GradusLandmarkBar
{
  GtkWidget parent_instance;

  GradusSession *session;
  GtkRange *range;

  gint64 told[GRADUS_N_LANDMARKS]; /* epochs of the description */
};

G_DEFINE_FINAL_TYPE (GradusLandmarkBar, gradus_landmark_bar, GTK_TYPE_WIDGET)

enum
{
  PROP_RANGE = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static const GradusLandmarks *
get_landmarks (GradusLandmarkBar *self)
{
  return self->session != NULL ? gradus_session_get_landmarks (self->session) : NULL;
}

/* Where the middle of the slider's knob is at that epoch: style.css makes the knob take no room, so
 * that it goes from one end of the track to the other. */
static double
find_x (GradusLandmarkBar *self, gint64 epoch)
{
  GtkAdjustment *adjustment = gtk_range_get_adjustment (self->range);
  double part = (double) epoch / MAX (gtk_adjustment_get_upper (adjustment), 1);
  GdkRectangle track;
  graphene_point_t place;

  gtk_range_get_range_rect (self->range, &track);
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    part = 1 - part;
  double x = track.x + track.width * CLAMP (part, 0, 1);
  if (!gtk_widget_compute_point (GTK_WIDGET (self->range), GTK_WIDGET (self),
                                 &GRAPHENE_POINT_INIT ((float) x, 0), &place))
    return 0;
  return place.x;
}

/* The words beside the tick, where they have room. */
static void
draw_words (GradusLandmarkBar *self, GtkSnapshot *snapshot, const char *words, double x,
            GradusLandmarkRoom *room)
{
  GdkRGBA color;
  int width, height;
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), words);

  pango_layout_get_pixel_size (layout, &width, &height);
  double left = gradus_landmark_place (room, x, width);
  if (isnan (left))
    return;
  room->low = MAX (left + width, x) + 2 * GAP;
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float) left, (float) (HEIGHT - height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
gradus_landmark_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GradusLandmarkBar *self = GRADUS_LANDMARK_BAR (widget);
  const GradusLandmarks *landmarks = get_landmarks (self);
  GradusLandmark list[GRADUS_N_LANDMARKS];
  int n = landmarks != NULL ? gradus_landmarks_list (landmarks, list) : 0;
  GradusLandmarkRoom room = { .gap = TICK / 2 + GAP, .shown = NAN, .clear = KNOB };
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  if (self->session != NULL)
    room.shown = find_x (self, (gint64) gtk_range_get_value (self->range));
  for (int i = 0; i < n; i++)
    {
      double x = find_x (self, gradus_landmarks_show (landmarks, list[i]));

      room.high = i + 1 < n ? find_x (self, gradus_landmarks_show (landmarks, list[i + 1]))
                            : gtk_widget_get_width (widget);
      gtk_snapshot_append_color (snapshot, &color,
                                 &GRAPHENE_RECT_INIT ((float) x - TICK / 2, 2, TICK, HEIGHT - 2));
      draw_words (self, snapshot, gradus_landmark_name (landmarks, list[i]), x, &room);
      room.low = MAX (room.low, x + GAP);
    }
}

static void
gradus_landmark_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                             int *minimum, int *natural, int *minimum_baseline,
                             int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 0;
}

/* All sentences, or those of the marks near x, a line each; NULL: none. (transfer full) */
static char *
tell (GradusLandmarkBar *self, gboolean all, double x)
{
  const GradusLandmarks *landmarks = get_landmarks (self);
  GradusLandmark list[GRADUS_N_LANDMARKS];
  int n = landmarks != NULL ? gradus_landmarks_list (landmarks, list) : 0;
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; i < n; i++)
    {
      double distance = x - find_x (self, gradus_landmarks_show (landmarks, list[i]));
      g_autofree char *sentence = gradus_landmark_sentence (landmarks, list[i]);

      if (all || ABS (distance) <= NEAR)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", sentence);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static gboolean
gradus_landmark_bar_query_tooltip (GtkWidget *widget, int x, int y, gboolean by_keyboard,
                                   GtkTooltip *tooltip)
{
  GradusLandmarkBar *self = GRADUS_LANDMARK_BAR (widget);
  g_autofree char *text = tell (self, by_keyboard, x);

  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

static void
pressed_cb (GradusLandmarkBar *self, int n_press, double x, double y)
{
  const GradusLandmarks *landmarks = get_landmarks (self);
  gint64 nearest = -1;
  double least = NEAR;

  for (int i = 0; landmarks != NULL && i < GRADUS_N_LANDMARKS; i++)
    if (landmarks->epochs[i] >= 0)
      {
        gint64 epoch = gradus_landmarks_show (landmarks, (GradusLandmark) i);
        double distance = x - find_x (self, epoch);

        if (ABS (distance) <= least)
          {
            least = ABS (distance);
            nearest = epoch;
          }
      }
  if (nearest >= 0)
    g_object_set (self->session, "shown-epoch", (double) nearest, NULL);
}

/* A screen reader is told when a landmark is passed, not with every epoch. */
static void
update (GradusLandmarkBar *self)
{
  const GradusLandmarks *landmarks = get_landmarks (self);

  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (landmarks == NULL || memcmp (self->told, landmarks->epochs, sizeof self->told) == 0)
    return;
  memcpy (self->told, landmarks->epochs, sizeof self->told);
  g_autofree char *text = tell (self, TRUE, 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL ? text : _ ("No landmark passed yet."), -1);
}

static void
gradus_landmark_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, GRADUS_LANDMARK_BAR (object)->range);
}

static void
gradus_landmark_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  g_set_object (&GRADUS_LANDMARK_BAR (object)->range, g_value_get_object (value));
}

static void
gradus_landmark_bar_dispose (GObject *object)
{
  GradusLandmarkBar *self = GRADUS_LANDMARK_BAR (object);

  g_clear_object (&self->session);
  g_clear_object (&self->range);
  G_OBJECT_CLASS (gradus_landmark_bar_parent_class)->dispose (object);
}

static void
gradus_landmark_bar_class_init (GradusLandmarkBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = gradus_landmark_bar_get_property;
  object_class->set_property = gradus_landmark_bar_set_property;
  object_class->dispose = gradus_landmark_bar_dispose;
  widget_class->measure = gradus_landmark_bar_measure;
  widget_class->snapshot = gradus_landmark_bar_snapshot;
  widget_class->query_tooltip = gradus_landmark_bar_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "landmarks");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  props[PROP_RANGE] = g_param_spec_object ("range", NULL, NULL, GTK_TYPE_RANGE,
                                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
gradus_landmark_bar_init (GradusLandmarkBar *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

void
gradus_landmark_bar_set_session (GradusLandmarkBar *self, GradusSession *session)
{
  static const char *const signals[] = { "advanced", "restarted", "notify::epoch" };

  g_return_if_fail (GRADUS_IS_LANDMARK_BAR (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  for (gsize i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (session, signals[i], G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
