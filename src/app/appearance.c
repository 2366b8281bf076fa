/* Dark or light as the desktop wishes. */
#include "app/appearance.h"

#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define PORTAL_SETTINGS "org.freedesktop.portal.Settings"
#define GROUP "org.freedesktop.appearance"
#define KEY "color-scheme"

/* The portal's numbers. */
enum
{
  SCHEME_NO_PREFERENCE,
  SCHEME_DARK,
  SCHEME_LIGHT
};

struct _GradusAppearance
{
  GtkSettings *settings;
  GCancellable *cancellable;
  GDBusConnection *bus; /* NULL while there is none */
  guint subscription;
  gboolean was_dark; /* what the settings said before anyone asked the portal */
};

static void
apply_scheme (GradusAppearance *self, GVariant *value)
{
  g_autoptr (GVariant) inner = g_variant_ref (value);
  gboolean is_dark = self->was_dark;

  /* Read wraps its answer twice. */
  while (g_variant_is_of_type (inner, G_VARIANT_TYPE_VARIANT))
    {
      GVariant *unwrapped = g_variant_get_variant (inner);

      g_variant_unref (inner);
      inner = unwrapped;
    }
  if (!g_variant_is_of_type (inner, G_VARIANT_TYPE_UINT32))
    return;
  if (g_variant_get_uint32 (inner) == SCHEME_DARK)
    is_dark = TRUE;
  else if (g_variant_get_uint32 (inner) == SCHEME_LIGHT)
    is_dark = FALSE;
  g_object_set (self->settings, "gtk-application-prefer-dark-theme", is_dark, NULL);
}

static void
setting_changed_cb (GDBusConnection *bus, const char *sender, const char *path,
                    const char *interface, const char *signal, GVariant *parameters, gpointer data)
{
  const char *group, *key;
  g_autoptr (GVariant) value = NULL;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ssv)")))
    return;
  g_variant_get (parameters, "(&s&sv)", &group, &key, &value);
  if (g_str_equal (group, GROUP) && g_str_equal (key, KEY))
    apply_scheme (data, value);
}

/* Without a portal there is no answer, and the settings stay as they are. */
static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GVariant) answer =
      g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  g_autoptr (GVariant) value = NULL;

  if (answer == NULL)
    return;
  g_variant_get (answer, "(v)", &value);
  apply_scheme (data, value);
}

static void
bus_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GDBusConnection *bus = g_bus_get_finish (result, NULL);
  GradusAppearance *self = data;

  /* No bus, or self is gone: both look the same here, and neither leaves anything to do. */
  if (bus == NULL)
    return;
  self->bus = bus;
  self->subscription = g_dbus_connection_signal_subscribe (
      bus, PORTAL_NAME, PORTAL_SETTINGS, "SettingChanged", PORTAL_PATH, GROUP,
      G_DBUS_SIGNAL_FLAGS_NONE, setting_changed_cb, self, NULL);
  g_dbus_connection_call (bus, PORTAL_NAME, PORTAL_PATH, PORTAL_SETTINGS, "Read",
                          g_variant_new ("(ss)", GROUP, KEY), G_VARIANT_TYPE ("(v)"),
                          G_DBUS_CALL_FLAGS_NONE, -1, self->cancellable, read_cb, self);
}

GradusAppearance *
gradus_appearance_new (GtkSettings *settings)
{
  GradusAppearance *self = g_new0 (GradusAppearance, 1);
  g_autofree char *theme = NULL;

  self->settings = g_object_ref (settings);
  self->cancellable = g_cancellable_new ();
  g_object_get (settings, "gtk-application-prefer-dark-theme", &self->was_dark, "gtk-theme-name",
                &theme, NULL);
  /* GTK 4 knows no theme by such a name; it has a dark variant of its own. */
  if (theme != NULL && g_str_has_suffix (theme, "-dark") && !self->was_dark)
    {
      self->was_dark = TRUE;
      g_object_set (settings, "gtk-application-prefer-dark-theme", TRUE, NULL);
    }
  g_bus_get (G_BUS_TYPE_SESSION, self->cancellable, bus_cb, self);
  return self;
}

void
gradus_appearance_free (GradusAppearance *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->bus != NULL)
    g_dbus_connection_signal_unsubscribe (self->bus, self->subscription);
  g_clear_object (&self->bus);
  g_clear_object (&self->settings);
  g_free (self);
}
