/* The text of --help, made from the same tables that the options are read by. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/options.h"
#include "core/spec-fields.h"

#define COLUMNS 80
#define INDENT 24

static void
pad (GString *text, glong from, glong to)
{
  for (glong i = from; i < to; i++)
    g_string_append_c (text, ' ');
}

/* Appends words, broken so that no line is longer than COLUMNS; column is where the line stands. */
static void
append_wrapped (GString *text, const char *words, glong indent, glong column)
{
  g_auto (GStrv) parts = g_strsplit (words, " ", -1);
  gboolean first = TRUE;

  for (int i = 0; parts[i] != NULL; i++)
    {
      glong width = g_utf8_strlen (parts[i], -1);

      if (!first && column + 1 + width > COLUMNS)
        {
          g_string_append_c (text, '\n');
          pad (text, 0, indent);
          column = indent;
          first = TRUE;
        }
      if (!first)
        g_string_append_c (text, ' ');
      g_string_append (text, parts[i]);
      column += width + (first ? 0 : 1);
      first = FALSE;
    }
  g_string_append_c (text, '\n');
}

static void
append_option (GString *text, const char *name, const char *value, const char *summary)
{
  g_autofree char *left = g_strconcat ("  --", name, value != NULL ? "=" : "", value, NULL);
  glong width = g_utf8_strlen (left, -1);

  g_string_append (text, left);
  if (width > INDENT - 2)
    {
      g_string_append_c (text, '\n');
      width = 0;
    }
  pad (text, width, INDENT);
  append_wrapped (text, summary, INDENT, INDENT);
}

static const char *
field_value (const GradusSpecField *field)
{
  switch (field->kind)
    {
    case GRADUS_FIELD_INT:
      return "N";
    case GRADUS_FIELD_DOUBLE:
      return _ ("NUMBER");
    case GRADUS_FIELD_CHOICE:
      return _ ("NAME");
    case GRADUS_FIELD_BOOL:
      return _ ("true|false");
    case GRADUS_FIELD_PATH:
      return _ ("FILE");
    case GRADUS_FIELD_TEXT:
      return strcmp (field->group, "data") == 0 ? _ ("COLUMN") : _ ("TEXT");
    case GRADUS_FIELD_HIDDEN:
    case GRADUS_FIELD_SCHEDULE:
    case GRADUS_FIELD_CHANGES:
    default:
      return _ ("LIST");
    }
}

/* "What it is (a number from 0 to 1000; default: 0.01)". */
static void
append_field (GString *text, const GradusSpecField *field)
{
  GradusSpecField filled = *field; /* an option that is given at all has a value */
  gboolean has_range = field->kind != GRADUS_FIELD_BOOL && field->kind != GRADUS_FIELD_PATH
                       && field->kind != GRADUS_FIELD_TEXT;
  gboolean has_default = *field->default_text != '\0';
  g_autofree char *takes = NULL;
  g_autoptr (GString) summary = g_string_new (_ (field->summary));

  filled.optional = FALSE;
  takes = gradus_spec_field_takes (&filled);
  if (has_range && has_default)
    g_string_append_printf (summary, _ (" (%s; default: %s)"), takes, field->default_text);
  else if (has_range)
    g_string_append_printf (summary, " (%s)", takes);
  else if (has_default)
    g_string_append_printf (summary, _ (" (default: %s)"), field->default_text);
  append_option (text, field->name, field_value (field), summary->str);
}

static const char *
group_title (const char *group)
{
  static const char *const titles[][2] = { { "data", N_ ("Data") },
                                           { "network", N_ ("Network") },
                                           { "initialisation", N_ ("Initialisation") },
                                           { "descent", N_ ("Descent") },
                                           { "compare", N_ ("Compare") } };

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    if (strcmp (titles[i][0], group) == 0)
      return _ (titles[i][1]);
  return group;
}

/* The group that each of the first options stands in. */
static const char *const disguised_groups[] = { "data", "compare", "compare" };
#define N_DISGUISED ((int) G_N_ELEMENTS (disguised_groups))

char *
gradus_options_help (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  int n_fields = 0;
  int n_options = 0;
  const GradusSpecField *fields = gradus_spec_fields (&n_fields);
  const GradusOption *options = gradus_options_table (&n_options);

  g_string_append (text, _ ("Usage: gradus-cli [OPTION…] [EXPERIMENT.gradus|PICTURE]\n\n"));
  append_wrapped (text,
                  _ ("Trains a small neural network without a window and writes down how it "
                     "learns. What the options leave open stands in the experiment file, in a "
                     "picture that Gradus made (its run ends at the epoch it shows), or is the "
                     "default."),
                  0, 0);
  for (int i = 0; i < n_fields; i++)
    {
      gboolean begins = i == 0 || strcmp (fields[i].group, fields[i - 1].group) != 0;

      if (begins)
        g_string_append_printf (text, "\n%s\n", group_title (fields[i].group));
      /* The options that are two fields in disguise come first in the table. */
      for (int k = 0; begins && k < N_DISGUISED; k++)
        if (strcmp (fields[i].group, disguised_groups[k]) == 0)
          append_option (text, options[k].name, _ (options[k].value), _ (options[k].summary));
      append_field (text, &fields[i]);
    }
  g_string_append_printf (text, "\n%s\n", _ ("Output"));
  for (int i = N_DISGUISED; i < n_options; i++)
    append_option (text, options[i].name, options[i].value != NULL ? _ (options[i].value) : NULL,
                   _ (options[i].summary));
  g_string_append_printf (text, "\n%s\n", _ ("Views"));
  g_autofree char *views = gradus_view_list ();
  g_string_append (text, "  ");
  append_wrapped (text, views, 2, 2);
  g_string_append_c (text, '\n');
  append_wrapped (text,
                  _ ("Exit status: 0 done; 1 a bad option, file or data, or a gradient that does "
                     "not agree; 3 diverged; 4 a row of --reproduce differs."),
                  0, 0);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
