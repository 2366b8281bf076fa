/* The boundary plot's legend: every sign in the plane is named, and no name runs into another. */
#include "picture.h"
#include "plot/boundary-layout.h"

static const GradusTheme *
theme (void)
{
  return gradus_theme_get (GRADUS_THEME_LIGHT);
}

/* A run of 20 examples whose classes have these names. */
static void
picture_of_classes (Picture *picture, const char *const *names, int n_classes)
{
  GradusSpec spec;
  g_autoptr (GError) error = NULL;

  run_spec (&spec, "held-out", "0.2", NULL);
  static const char *const features[] = { "length of the left wing in mm", "mass", NULL };
  g_autoptr (GradusDataset) data = gradus_dataset_new (20, 2, n_classes, features, names);
  for (int i = 0; i < 20; i++)
    {
      data->x[i] = i;
      data->x[20 + i] = i * i % 7;
      data->labels[i] = (guint8) (i % n_classes);
    }
  GradusTrainer *trainer = gradus_trainer_new (&spec, data, &error);
  g_assert_no_error (error);
  picture_init_from (picture, trainer, 0, GRADUS_VIEW_BOUNDARY);
}

/* Classes 0 and 1 and the dashed lines; without hidden units there are no lines, and where very
 * many lines are left out so is their name. */
static void
test_every_sign (void)
{
  static const struct
  {
    const char *hidden, *held_out;
    int n_entries;
    gboolean has_lines;
  } cases[] = {
    { "4", "0", 3, TRUE }, { "0", "0", 2, FALSE }, { "4", "0.2", 4, TRUE }, { "100", "0", 2, FALSE }
  };

  for (gsize k = 0; k < G_N_ELEMENTS (cases); k++)
    for (int width = 300; width <= 700; width += 200)
      {
        GradusSpec spec;
        Picture picture;
        run_spec (&spec, "hidden", cases[k].hidden, "held-out", cases[k].held_out, NULL);
        picture_init (&picture, &spec, 0, GRADUS_VIEW_BOUNDARY);
        GradusBoundaryLayout layout = gradus_boundary_lay_out (&picture.figure, width, 400);
        cairo_surface_t *image = picture_draw (&picture.figure, width, 400);
        int last = cases[k].n_entries - 1;
        g_assert_cmpint (layout.n_entries, ==, cases[k].n_entries);
        for (int i = 0; i < 2; i++)
          g_assert_cmpint (picture_nearest (image, (int) layout.entries[i].x + 5,
                                            (int) layout.entries[i].y, 1, theme ()->classes[i]),
                           <=, 10);
        g_assert_cmpint (layout.entries[last].kind == GRADUS_LEGEND_UNIT_LINES, ==,
                         cases[k].has_lines);
        if (cases[k].has_lines)
          g_assert_cmpint (picture_nearest (image, (int) layout.entries[last].x + 2,
                                            (int) layout.entries[last].y, 1, theme ()->unit_line),
                           <=, 60);
        cairo_surface_destroy (image);
        picture_clear (&picture);
      }
}

/* Of each entry the words begin right of its mark and end before the next entry, whatever letters
 * they are of and whichever way they are read. */
static void
test_names (void)
{
  static const char *const names[] = {
    "Iris setosa of the northern meadows",
    "WWWWWWWWWWWWWWWWWW",
    "iiii",
    "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d",
    "\xe4\xb8\x80\xe4\xb8\x80\xe4\xb8\x80\xe4\xb8\x80",
    "\xd8\xb3\xd9\x84\xd8\xa7\xd9\x85 \xd8\xb3\xd9\x84\xd8\xa7\xd9\x85"
  };

  for (int width = 250; width <= 1000; width += 150)
    {
      Picture picture;
      picture_of_classes (&picture, names, G_N_ELEMENTS (names));
      GradusBoundaryLayout layout = gradus_boundary_lay_out (&picture.figure, width, 500);
      cairo_surface_t *image = picture_draw (&picture.figure, width, 500);
      for (int i = 0; i < layout.n_entries; i++)
        {
          int x = (int) layout.entries[i].x, y = (int) layout.entries[i].y;
          int right = (int) (layout.entries[i].x + layout.entries[i].room);
          int words = x + (int) GRADUS_LEGEND_MARK;
          int end = MIN (right + (int) GRADUS_LEGEND_GAP, width);
          g_assert_cmpint (right, <=, width);
          /* of the 20 by 15 pixels where it begins some are ink, before the next mark none */
          g_assert_cmpint (picture_count (image, words, y - 7, words + 20, y + 8, theme ()->paper),
                           <, 20 * 15 - 10);
          g_assert_cmpint (picture_count (image, end - 7, y - 7, end - 3, y + 8, theme ()->paper),
                           ==, 4 * 15);
          for (int j = 0; j < i; j++)
            if (layout.entries[j].y == layout.entries[i].y)
              g_assert_cmpfloat (layout.entries[j].x + layout.entries[j].room, <,
                                 layout.entries[i].x);
        }
      cairo_surface_destroy (image);
      picture_clear (&picture);
    }
}

/* The plane is what the plot is for: of little room the legend takes less, or nothing. */
static void
test_small (void)
{
  static const char *const names[] = { "a", "b", "c", "d", "e", "f", "g", "h", "i", "j" };

  for (int n_classes = 2; n_classes <= 10; n_classes += 4)
    for (int side = 170; side <= 400; side += 10)
      {
        Picture picture;
        picture_of_classes (&picture, names, n_classes);
        GradusBoundaryLayout layout = gradus_boundary_lay_out (&picture.figure, side, side);
        g_assert_cmpfloat (layout.frame.width, >=, 0.6 * (side - 100));
        if (layout.frame.width < 160)
          for (int i = 0; i < layout.n_entries; i++)
            g_assert_cmpint (layout.entries[i].kind, !=, GRADUS_LEGEND_UNIT_LINES);
        if (side == 400) /* all of them, "held out" and the lines */
          g_assert_cmpint (layout.n_entries, ==, n_classes + 2);
        picture_clear (&picture);
      }
}

/* The name of the x axis may be wider than a small plane, as long as the plot has room for it. */
static void
test_axis_name (void)
{
  static const char *const names[] = { "a", "b" };
  Picture picture;

  picture_of_classes (&picture, names, 2);
  GradusBoundaryLayout layout = gradus_boundary_lay_out (&picture.figure, 230, 230);
  cairo_surface_t *image = picture_draw (&picture.figure, 230, 230);
  const GradusRect *frame = &layout.frame;
  int left = (int) frame->x, right = (int) (frame->x + frame->width), ink = 0;
  g_assert_cmpfloat (frame->width, <, 140);
  for (int y = 210; y < 230; y++)
    for (int x = 0; x < 230; x++)
      if (x < left || x >= right)
        ink += picture_distance (picture_pixel (image, x, y), theme ()->paper) > 60;
  g_assert_cmpint (ink, >, 20);
  g_assert_cmpint (picture_count (image, 0, 210, 3, 230, theme ()->paper), ==, 60);
  g_assert_cmpint (picture_count (image, 227, 210, 230, 230, theme ()->paper), ==, 60);
  cairo_surface_destroy (image);
  picture_clear (&picture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/legend/every-sign-in-the-plane-is-named", test_every_sign);
  g_test_add_func ("/legend/names-keep-their-place-and-run-into-no-other", test_names);
  g_test_add_func ("/legend/a-small-plane-is-not-made-smaller", test_small);
  g_test_add_func ("/legend/an-axis-name-has-the-plot-s-width", test_axis_name);
  return g_test_run ();
}
