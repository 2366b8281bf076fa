/* Tables as people have them: what is read from them, and what is written. */
#include "core/table.h"

#include <string.h>

static GradusDataset *
parse (const char *text, const GradusTableColumns *columns)
{
  g_autoptr (GError) error = NULL;
  GradusDataset *dataset = gradus_table_parse (text, strlen (text), "t.csv", columns, &error);

  g_assert_no_error (error);
  g_assert_nonnull (dataset);
  return dataset;
}

/* Whether the table is (1.5, -2), (-300, 0.25), (3, 4), (5, 6) with the labels a, b, b, a. */
static void
assert_usual (const GradusDataset *dataset)
{
  const double x1[] = { 1.5, -300, 3, 5 }, x2[] = { -2, 0.25, 4, 6 };
  const guint8 labels[] = { 0, 1, 1, 0 };

  g_assert_cmpuint (dataset->m, ==, 4);
  g_assert_cmpint (dataset->n_x, ==, 2);
  g_assert_cmpint (dataset->n_classes, ==, 2);
  g_assert_cmpmem (gradus_dataset_feature (dataset, 0), sizeof x1, x1, sizeof x1);
  g_assert_cmpmem (gradus_dataset_feature (dataset, 1), sizeof x2, x2, sizeof x2);
  g_assert_cmpmem (dataset->labels, 4, labels, 4);
  g_assert_cmpstr (dataset->class_names[0], ==, "a");
  g_assert_cmpstr (dataset->class_names[1], ==, "b");
}

static void
test_dialects (void)
{
  static const char *const texts[] = {
    "x1,x2,label\n1.5,-2,a\n-3e2,.25,b\n3.,+4,b\n5,6,a\n",
    "x1,x2,label\n1.5,-2,a\n-3e2,.25,b\n3,4,b\n5,6,a", /* no line end at the end */
    "\xef\xbb\xbfx1,x2,label\r\n1.5,-2,a\r\n-3E+2,0.25,b\r\n3,4,b\r\n5,6,a\r\n",
    "x1,x2,label\r1.5,-2,a\r-300,0.25,b\r3,4,b\r5,6,a\r",
    "x1\tx2\tlabel\n1.5\t-2\ta\n-300\t0.25\tb\n3\t4\tb\n5\t6\ta\n",
    "x1;x2;label\n1,5;-2;a\n-3e2;0,25;b\n3;4;b\n5,0;6.0;a\n",
    "sep=;\r\nx1;x2;label\r\n1,5;-2;a\r\n-300;0,25;b\r\n3;4;b\r\n5;6;a\r\n",
    "\xef\xbb\xbfSEP=,\n1.5,-2,a\n-300,0.25,b\n3,4,b\n5,6,a\n",
    "x1;x2;label\n1.5;-2;a\n-300;0.25;b\n3;4;b\n5;6;a\n",
    "x1 x2 label\n1.5 -2 a\n  -300   0.25 \t b  \n3 4 b\n5 6 a\n",
    "1.5,-2,a\n-300,0.25,b\n3,4,b\n5,6,a\n",
    "  1.5  -2 a\n-300 0.25 b\n3 4 b\n5 6 a\n",
    "# made by hand\nx1, x2, label\n\n1.5, -2, a\n   \n  # half\n-300 ,0.25,  b\n3,4,b\n5,6,a\n\n",
    "\"x1\",\"x2\",\"label\"\n\"1.5\",-2,\"a\"\n\"-300\" , \"0.25\" , \"b\"\n3,4,b\n5,6,a\n",
    "n,x1,x2,class,k\n\"p, q\",1.5,-2,a,\"\"\"b\"\"\"\ns,-300,0.25,b,\n,3,4,b,\nt,5,6,a,x\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GradusDataset) dataset = parse (texts[i], NULL);

      assert_usual (dataset);
    }
}

/* The features of parse (text) as "name name label-of-rows". */
static void
assert_columns (const char *text, const GradusTableColumns *columns, const char *x1, const char *x2,
                const char *first_class)
{
  g_autoptr (GradusDataset) dataset = parse (text, columns);

  g_assert_cmpstr (dataset->feature_names[0], ==, x1);
  g_assert_cmpstr (dataset->feature_names[1], ==, x2);
  g_assert_cmpstr (dataset->class_names[dataset->labels[0]], ==, first_class);
}

static void
test_columns_found (void)
{
  assert_columns ("a,b,c\n1,2,x\n1,2,y\n1,2,x\n1,2,y\n", NULL, "a", "b", "x");
  assert_columns ("Species,b,c\nx,1,2\ny,1,2\nx,1,2\ny,1,2\n", NULL, "b", "c", "x");
  assert_columns ("b,TARGET,c,d\n1,7,2,3\n1,8,2,3\n1,7,2,3\n1,8,2,3\n", NULL, "b", "c", "7");
  assert_columns ("y,b,c\n7,1,2\n8,1,2\n7,1,2\n8,1,2\n", NULL, "b", "c", "7");
  assert_columns ("x,y,team\n1,2,r\n1,2,s\n1,2,r\n1,2,s\n", NULL, "x", "y", "r");
  assert_columns ("x,z,y\n1,2,r\n1,2,s\n1,2,r\n1,2,s\n", NULL, "x", "z", "r");
  assert_columns ("w,b,u,c,k\nq,1,q,2,7\nq,1,q,2,8\nq,1,q,2,7\nq,1,q,2,8\n", NULL, "b", "c", "7");
  assert_columns ("1,2,7\n1,2,8\n1,2,7\n1,2,8\n", NULL, "x1", "x2", "7");
  assert_columns ("p,1,2,r\nq,1,2,s\nu,1,2,r\nv,1,2,s\n", NULL, "x1", "x2", "r");
  assert_columns ("b,c,k,\n1,2,r,\n1,2,s,\n1,2,r,\n1,2,s,\n", NULL, "b", "c", "r");
  /* as a table is written whose features have numbers for names */
  assert_columns ("0,1,label\n1,2,7\n1,2,8\n1,2,7\n1,2,8\n", NULL, "0", "1", "7");
  assert_columns (",0,1,label\n9,1,2,7\n8,1,2,8\n7,1,2,7\n6,1,2,8\n", NULL, "x1", "0", "7");
  assert_columns ("id,2019,2020,label\nq,1,2,r\ns,1,2,s\nt,1,2,r\nu,1,2,s\n", NULL, "2019", "2020",
                  "r");
  assert_columns ("0,1,team\n1,2,7\n1,2,8\n1,2,7\n1,2,8\n", NULL, "0", "1", "7");
  assert_columns ("0,1,team\n1,2,r\n1,2,s\n1,2,r\n1,2,s\n", NULL, "x1", "x2", "team");
  assert_columns ("1.5,1,team\n1,2,7\n1,2,8\n1,2,7\n1,2,8\n", NULL, "x1", "x2", "team");
  assert_columns ("0,team,1\n1,r,2\n1,s,2\n1,r,2\n1,s,2\n",
                  &(GradusTableColumns){ NULL, NULL, "Team" }, "0", "1", "r");
  assert_columns ("0,team,1\n1,7,2\n1,8,2\n1,7,2\n1,8,2\n",
                  &(GradusTableColumns){ NULL, NULL, "2" }, "0", "1", "7");
  assert_columns ("1.0,1,kind\n1,2,a\n1,2,b\n1,2,a\n1,2,b\n", NULL, "x1", "x2", "kind");
  assert_columns (",b,c,k\n9,1,2,r\n8,1,2,s\n7,1,2,r\n6,1,2,s\n", NULL, "x1", "b", "r");
}

static void
test_columns_named (void)
{
  const char *text = "a,B,c,d\n1,2,3,4\n5,6,7,8\n1,2,3,4\n5,6,7,8\n";
  const char *bare = "1,2,3,4\n5,6,7,8\n1,2,3,4\n5,6,7,8\n";

  assert_columns (text, &(GradusTableColumns){ "c", "a", "b" }, "c", "a", "2");
  assert_columns (text, &(GradusTableColumns){ "3", "1", "2" }, "c", "a", "2");
  assert_columns (text, &(GradusTableColumns){ NULL, NULL, "1" }, "B", "c", "1");
  assert_columns (text, &(GradusTableColumns){ "", "a", "" }, "B", "a", "4");
  assert_columns (text, &(GradusTableColumns){ "d", NULL, NULL }, "d", "a", "3");
  assert_columns (bare, &(GradusTableColumns){ "3", "2", "1" }, "x1", "x2", "1");
}

static void
test_number_labels (void)
{
  g_autoptr (GradusDataset) dataset =
      parse ("1 2 10\n1 2 -1\n1 2 9.5\n1 2 1e1\n1 2 10.0\n1 2 -1.0\n", NULL);
  const guint8 labels[] = { 2, 0, 1, 2, 2, 0 };

  g_assert_cmpint (dataset->n_classes, ==, 3);
  g_assert_cmpmem (dataset->labels, 6, labels, 6);
  g_assert_cmpstr (dataset->class_names[0], ==, "-1");
  g_assert_cmpstr (dataset->class_names[1], ==, "9.5");
  g_assert_cmpstr (dataset->class_names[2], ==, "10");
}

/* "10" is before "9" as a word; ä (two bytes from 0xc3 on) is behind all of ASCII. */
static void
test_word_labels (void)
{
  g_autoptr (GradusDataset) dataset =
      parse ("1,2,ä\n1,2,b c\n1,2,10\n1,2,9\n1,2,B\n1,2,\"say \"\"a\"\"\"\n", NULL);
  const char *const names[] = { "10", "9", "B", "b c", "say \"a\"", "ä" };
  const guint8 labels[] = { 5, 3, 0, 1, 2, 4 };

  g_assert_cmpint (dataset->n_classes, ==, 6);
  g_assert_cmpmem (dataset->labels, 6, labels, 6);
  for (int i = 0; i < 6; i++)
    g_assert_cmpstr (dataset->class_names[i], ==, names[i]);
}

/* A numeral of many digits is read to the last bit all the same. */
static void
test_long_numerals (void)
{
  g_autoptr (GradusDataset) dataset =
      parse ("0.1000000000000000055511151231257827021181583404541015625000000000000000000000,"
             "100000000000000000000000000000000000000000000000000000000000000000000000e-71,r\n"
             "4.9406564584124654e-324,-0,s\n1e100,0e999,r\n1,2,s\n",
             NULL);

  g_assert_cmpfloat (gradus_dataset_feature (dataset, 0)[0], ==, 0.1);
  g_assert_cmpfloat (gradus_dataset_feature (dataset, 1)[0], ==, 1);
  g_assert_cmpfloat (gradus_dataset_feature (dataset, 0)[1], >, 0);
  g_assert_cmpfloat (gradus_dataset_feature (dataset, 0)[2], ==, 1e100);
  g_assert_cmpfloat (gradus_dataset_feature (dataset, 1)[2], ==, 0);
}

static void
test_round_trip (void)
{
  const char *const classes[] = { " a", "b,\"c\"", "d\te", NULL };
  const double x1[] = { 0.1, 1.0 / 3, -4.9406564584124654e-324, 1e100, 2 };
  const gboolean held_out[] = { FALSE, TRUE, FALSE, FALSE, TRUE };
  g_autoptr (GradusDataset) dataset = gradus_dataset_new (5, 2, 3, NULL, classes);

  for (guint i = 0; i < 5; i++)
    {
      gradus_dataset_feature (dataset, 0)[i] = x1[i];
      gradus_dataset_feature (dataset, 1)[i] = -x1[4 - i];
      dataset->labels[i] = (guint8) (i % 3);
    }

  g_autoptr (GString) table = gradus_table_format (dataset, held_out);
  g_autoptr (GradusDataset) again = parse (table->str, NULL);

  g_assert_cmpmem (again->x, 10 * sizeof (double), dataset->x, 10 * sizeof (double));
  g_assert_cmpmem (again->labels, 5, dataset->labels, 5);
  for (int i = 0; i < 3; i++)
    g_assert_cmpstr (again->class_names[i], ==, classes[i]);
}

static void
test_format (void)
{
  g_autoptr (GradusDataset) dataset = parse ("1,2.5,no\n0.1,2,yes\n3,4,no\n5,6,\"a,b\"\n", NULL);
  const gboolean held_out[] = { FALSE, TRUE, FALSE, FALSE };
  g_autoptr (GString) marked = gradus_table_format (dataset, held_out);
  g_autoptr (GString) plain = gradus_table_format (dataset, NULL);

  g_assert_cmpstr (marked->str, ==,
                   "x1,x2,label,held_out\n1,2.5,no,0\n0.10000000000000001,2,yes,1\n3,4,no,0\n"
                   "5,6,\"a,b\",0\n");
  g_assert_null (strstr (plain->str, ",1\n"));
}

/* Only beside three other columns, under just that name, and unless it is asked for as another. */
static void
test_held_out (void)
{
  const gboolean flags[] = { FALSE, TRUE, FALSE, TRUE };
  const GradusTableColumns as_label = { .label = "held_out" };
  g_autoptr (GradusDataset) marked =
      parse ("x1,x2,label,held_out\n1.5,-2,a,0\n-300,0.25,b,1\n3,4,b,0\n5,6,a,1\n", NULL);
  g_autoptr (GradusDataset) first =
      parse ("held_out x1 x2 label\n0 1.5 -2 a\n1 -300 0.25 b\n0 3 4 b\n1 5 6 a\n", NULL);
  g_autoptr (GradusDataset) none =
      parse ("x1,x2,label,held_out\n1.5,-2,a,0\n-300,0.25,b,0\n3,4,b,0\n5,6,a,0\n", NULL);
  g_autoptr (GradusDataset) label =
      parse ("x1,x2,k,held_out\n1.5,-2,a,0\n-300,0.25,b,1\n3,4,b,0\n5,6,a,1\n", &as_label);
  g_autoptr (GradusDataset) narrow =
      parse ("x1,x2,held_out\n1.5,-2,0\n-300,0.25,1\n3,4,1\n5,6,0\n", NULL);

  assert_usual (marked);
  assert_usual (first);
  assert_usual (none);
  g_assert_cmpmem (marked->held_out, sizeof flags, flags, sizeof flags);
  g_assert_cmpmem (first->held_out, sizeof flags, flags, sizeof flags);
  g_assert_null (none->held_out);
  g_assert_null (label->held_out);
  g_assert_cmpstr (label->class_names[1], ==, "1");
  g_assert_null (narrow->held_out);
  g_assert_cmpint (narrow->labels[1], ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table/all-dialects-say-the-same", test_dialects);
  g_test_add_func ("/table/columns-are-found", test_columns_found);
  g_test_add_func ("/table/columns-can-be-named", test_columns_named);
  g_test_add_func ("/table/number-labels-ascend-and-equal-ones-are-one", test_number_labels);
  g_test_add_func ("/table/word-labels-are-in-byte-order", test_word_labels);
  g_test_add_func ("/table/long-numerals-are-read-to-the-last-bit", test_long_numerals);
  g_test_add_func ("/table/a-column-held-out-marks-examples", test_held_out);
  g_test_add_func ("/table/format-writes-the-columns-of-data-out", test_format);
  g_test_add_func ("/table/what-is-written-is-read-to-the-bit", test_round_trip);
  return g_test_run ();
}
