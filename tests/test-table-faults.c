/* Tables with faults: each is refused in one sentence that names the line. */
#include "core/table.h"

#include <string.h>

#include "core/error.h"
#include "core/rng.h"

static void
assert_refused (const char *bytes, gsize length, const GradusTableColumns *columns,
                const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GradusDataset) dataset = gradus_table_parse (bytes, length, "t.csv", columns, &error);

  g_assert_null (dataset);
  g_assert_error (error, GRADUS_ERROR, GRADUS_ERROR_DATA);
  g_assert_cmpstr (error->message, ==, message);
}

typedef struct
{
  const char *text;
  const char *message;
} Fault;

static void
assert_faults (const Fault *faults, gsize n_faults)
{
  for (gsize i = 0; i < n_faults; i++)
    assert_refused (faults[i].text, strlen (faults[i].text), NULL, faults[i].message);
}

static void
test_held_out (void)
{
  static const Fault faults[] = {
    { "a,b,label,held_out\n1,2,r,0\n1,2,s,2\n1,2,r,0\n1,2,s,1\n",
      "t.csv:3: “2” in column “held_out” is neither; 0 (for training) or 1 (held out) is right" },
    { "a,b,label,held_out\n1,2,r,0\n1,2,s,yes\n1,2,r,0\n1,2,s,1\n",
      "t.csv:3: “yes” in column “held_out” is neither; 0 (for training) or 1 (held out) is right" },
    { "a,b,label,held_out\n1,2,r,1\n1,2,s,1\n1,2,r,1\n1,2,s,1\n",
      "t.csv:5: every row is held out; some with 0 in “held_out”, to train on, are right" },
    { "label,w,held_out,x1\nr,a,0,1\ns,b,1,2\nr,c,0,3\ns,d,0,4\n",
      "t.csv:2: “a” in column “w” is not a number; two columns of numbers beside the label are "
      "right" },
  };

  assert_faults (faults, G_N_ELEMENTS (faults));
}

static void
test_too_little (void)
{
  static const Fault faults[] = {
    { "", "t.csv:1: this file is empty; a table with two columns of numbers and a label is right" },
    { "\n# nothing\n\n", "t.csv:1: this file is empty; a table with two columns of numbers and a "
                         "label is right" },
    { "a,b,label\n", "t.csv:1: there is a row of names and nothing under it; at least 4 rows of "
                     "examples are right" },
    { "#\n1\n2\n3\n4\n",
      "t.csv:2: there is only 1 column; two columns of numbers and a label are right" },
    { "1,a\n2,b\n", "t.csv:1: there are only 2 columns; two columns of numbers and a label are "
                    "right" },
    { "a,b,label\n1,2,r\n\n", "t.csv:2: there is only 1 row of an example; at least 4 are right" },
    { "1,2,r\n1,2,s\n1,2,r", "t.csv:3: there are only 3 rows of examples; at least 4 are right" },
    { "1,2,r\n1,2,r\n1,2,r\n1,2,r\n",
      "t.csv:4: up to here all labels are “r”; 2 to 10 different labels are right" },
    { "1,2,1\n1,2,1.0\n1,2,+1\n1,2,1e0\n#\n",
      "t.csv:4: up to here all labels are “1”; 2 to 10 different labels are right" },
  };

  assert_faults (faults, G_N_ELEMENTS (faults));
}

#define GOOD "a,b,label\n1,2,r\n1,2,s\n1,2,r\n"

static void
test_bad_numbers (void)
{
  static const Fault faults[] = {
    { GOOD "oops,2,r\n", "t.csv:5: “oops” in column “a” is not a number; a number such as 0.5 or "
                         "-2e3 is right" },
    { GOOD "1,1.2.3,r\n", "t.csv:5: “1.2.3” in column “b” is not a number; a number such as 0.5 "
                          "or -2e3 is right" },
    { GOOD "1,−2,r\n", "t.csv:5: “−2” in column “b” is not a number; a number such as 0.5 or -2e3 "
                       "is right" },
    { GOOD "1,2e,r\n", "t.csv:5: “2e” in column “b” is not a number; a number such as 0.5 or -2e3 "
                       "is right" },
    { GOOD "1,\"2,5\",r\n", "t.csv:5: “2,5” in column “b” is not a number; a number such as 0.5 "
                            "or -2e3 is right" },
    { GOOD "1,\"t\x01h\xc2\x9d\",r\n",
      "t.csv:5: “t\xef\xbf\xbdh\xef\xbf\xbd” in column “b” is not a number; a "
      "number such as 0.5 or -2e3 is right" },
    { GOOD "1, ,r\n", "t.csv:5: column “b” is empty here; a number is right" },
    { GOOD "NaN,2,r\n", "t.csv:5: “NaN” in column “a” is not finite; a finite number is right" },
    { GOOD "-inf,2,r\n", "t.csv:5: “-inf” in column “a” is not finite; a finite number is right" },
    { GOOD "1,+Infinity,r\n",
      "t.csv:5: “+Infinity” in column “b” is not finite; a finite number is right" },
    { GOOD "0x1F,2,r\n",
      "t.csv:5: “0x1F” in column “a” is hexadecimal; a decimal number is right" },
    { GOOD "1e999,2,r\n", "t.csv:5: “1e999” in column “a” is out of range; a number from -1e100 "
                          "to 1e100 is right" },
    { GOOD "1,-1.1e100,r\n", "t.csv:5: “-1.1e100” in column “b” is out of range; a number from "
                             "-1e100 to 1e100 is right" },
    { GOOD "1e-999,2,r\n", "t.csv:5: “1e-999” in column “a” is out of range, too near to 0; 0 or "
                           "a larger number is right" },
    { "1,2,r\noops,2,s\n1,2,r\n1,2,s\n", "t.csv:2: “oops” in column 1 is not a number; a number "
                                         "such as 0.5 or -2e3 is right" },
    { "1,oops,r\n1,2,s\n1,2,r\n1,2,s\n", "t.csv:1: “oops” in column 2 is not a number; a number "
                                         "such as 0.5 or -2e3 is right" },
    { "a,b,label\noops,2,r\n1,2,s\n1,2,r\n1,2,s\n",
      "t.csv:2: “oops” in column “a” is not a number; a number such as 0.5 or -2e3 is right" },
    { "s,1,2\nt,1,3\ns,1,2\nt,1,3\n",
      "t.csv:1: “s” in column 1 is not a number; two columns of numbers beside the label are "
      "right" },
    { "a,b,label\n1,red,r\n1,red,s\n1,blue,r\n",
      "t.csv:2: “red” in column “b” is not a number; two columns of numbers beside the label are "
      "right" },
  };

  assert_faults (faults, G_N_ELEMENTS (faults));
}

static void
test_bad_rows (void)
{
  static const Fault faults[] = {
    { GOOD "1,2\n",
      "t.csv:5: this row is too short: it has 2 cells; 3 as in the first row are right" },
    { GOOD "1\n",
      "t.csv:5: this row is too short: it has 1 cell; 3 as in the first row are right" },
    { GOOD "1,2,r,\n",
      "t.csv:5: this row is too long: it has 4 cells; 3 as in the first row are right" },
    { GOOD "1,2,\"r\n", "t.csv:5: a quote (\") is opened and not closed in this line; a cell with "
                        "both its quotes in one line is right" },
    { GOOD "1,2,\"r\ns\"\n", "t.csv:5: a quote (\") is opened and not closed in this line; a cell "
                             "with both its quotes in one line is right" },
    { GOOD "1,2,\"r\"s\n", "t.csv:5: there is text right behind a closing quote (\"); a quote "
                           "within quotes is written twice" },
    { GOOD "1,2,\n", "t.csv:5: there is no label in this row; a number or a word is right" },
    { "1 2 0\n1 2 1\n1 2 NaN\n1 2 1\n",
      "t.csv:3: the label “NaN” is not finite or out of range; a number from −1e100 to 1e100 is "
      "right" },
    { "1,2,0\n1,2,1\n1,2,1e-999\n1,2,0\n",
      "t.csv:3: the label “1e-999” is not finite or out of range; a number from −1e100 to 1e100 "
      "is right" },
    { "1,2,0\n1,2,1\n1,2,0x1\n1,2,0\n",
      "t.csv:3: the label “0x1” is hexadecimal; a decimal number is right" },
    { "1,2,0\n1,2,1\n1,2,N/A\n1,2,0\n", "t.csv:3: the label is missing here, for it is “N/A” "
                                        "among numbers; a number is right" },
    { "1,2,?\n1,2,1\n1,2,0\n1,2,null\n", "t.csv:1: the label is missing here, for it is “?” among "
                                         "numbers; a number is right" },
    { "1,2,0\n1,2,1\n1,2,1e999\n1,2,0\n1,2,1\n",
      "t.csv:3: the label “1e999” is not finite or out of range; a number from −1e100 to 1e100 "
      "is right" },
  };

  assert_faults (faults, G_N_ELEMENTS (faults));
}

static void
test_many_labels (void)
{
  g_autoptr (GString) table = g_string_new ("a,b,label\n");

  for (int i = 0; i < 10; i++)
    g_string_append_printf (table, "1,2,%d.0\n1,2,%d\n", i, i);

  g_autoptr (GError) error = NULL;
  g_autoptr (GradusDataset) dataset =
      gradus_table_parse (table->str, table->len, "t.csv", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (dataset->n_classes, ==, 10);

  g_string_append (table, "1,2,10.5\n");
  assert_refused (table->str, table->len, NULL,
                  "t.csv:22: “10.5” is one label too many; 2 to 10 different labels in the label "
                  "column are right");
}

static void
test_bad_bytes (void)
{
  const char latin[] = GOOD "1,2,caf\xe9\n";
  const char nul[] = GOOD "1,2,r\0\n";
  const char utf16[] = "\xff\xfe"
                       "a\0,\0b\0";

  assert_refused (latin, sizeof latin - 1, NULL,
                  "t.csv:5: this line is not UTF-8; save the table as UTF-8, then it can be read");
  assert_refused (nul, sizeof nul - 1, NULL,
                  "t.csv:5: there is a NUL byte in this line; a table is plain UTF-8 text");
  assert_refused (utf16, sizeof utf16 - 1, NULL,
                  "t.csv:1: this file is UTF-16; save it as UTF-8, then it can be read");
  assert_refused ("PK\3\4\24\0", 6, NULL,
                  "t.csv:1: this is a spreadsheet or another packed file; save the table as CSV, "
                  "then it can be read");
  assert_refused ("\xd0\xcf\x11\xe0\xa1", 5, NULL,
                  "t.csv:1: this is a spreadsheet or another packed file; save the table as CSV, "
                  "then it can be read");
}

static void
test_long_lines (void)
{
  const gsize length = 10000000;
  g_autofree char *line = g_malloc (length);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GString) cell = g_string_new (GOOD "1,2,");

  memset (line, '7', length);
  assert_refused (line, length, NULL,
                  "t.csv:1: this line has 10000000 bytes; up to 65536 in a line are right");
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_USEC_PER_SEC);

  for (int i = 0; i < 1000; i++)
    g_string_append_c (cell, 'w');
  assert_refused (cell->str, cell->len, NULL,
                  "t.csv:5: the label “wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww…” is too long; a "
                  "label of up to 255 bytes is right");
}

static void
assert_column_fault (const char *text, GradusTableColumns columns, const char *message)
{
  assert_refused (text, strlen (text), &columns, message);
}

static void
test_bad_columns (void)
{
  const char *text = "a,b,label,w\n1,2,r,t\n1,2,s,u\n1,2,r,t\n1,2,s,u\n";

  assert_column_fault (text, (GradusTableColumns){ "c", NULL, NULL },
                       "t.csv:1: there is no column “c”; “a”, “b”, “label”, “w” are right");
  assert_column_fault (text, (GradusTableColumns){ NULL, NULL, "5" },
                       "t.csv:1: there is no column “5”; “a”, “b”, “label”, “w” are right");
  assert_column_fault ("1,2,r\n1,2,s\n1,2,r\n1,2,s\n", (GradusTableColumns){ "a", NULL, NULL },
                       "t.csv:1: there is no column “a”; a number from 1 to 3 is right, for the "
                       "first row holds no names");
  assert_column_fault (text, (GradusTableColumns){ "b", "2", NULL },
                       "t.csv:1: column “b” is named twice; three columns for x1, x2 and the "
                       "label are right");
  assert_column_fault (text, (GradusTableColumns){ "a", NULL, "A" },
                       "t.csv:1: column “a” is named twice; three columns for x1, x2 and the "
                       "label are right");
  assert_column_fault (text, (GradusTableColumns){ "w", NULL, NULL },
                       "t.csv:2: “t” in column “w” is not a number; a number such as 0.5 or -2e3 "
                       "is right");
  assert_column_fault ("a,a,k\n1,2,r\n1,2,s\n1,2,r\n1,2,s\n",
                       (GradusTableColumns){ "a", NULL, NULL },
                       "t.csv:1: columns 1 and 2 are both called “a”; one of these numbers is "
                       "right");
}

/* Changes a few bytes: sets, drops, doubles or inserts one, or cuts the table off. */
static void
mutate (GString *table, GradusRng *rng)
{
  static const char marks[] = ",;\t \"\n\r#.eE+-0129nanix\xff\xc3\xe2\0";
  guint32 n_changes = 1 + gradus_rng_interval (rng, 5);

  for (guint32 i = 0; i < n_changes && table->len > 0; i++)
    {
      gssize place = (gssize) gradus_rng_interval (rng, (guint32) table->len - 1);
      char mark = marks[gradus_rng_interval (rng, sizeof marks - 2)];
      gsize length = 1 + gradus_rng_interval (rng, 30);

      switch (gradus_rng_interval (rng, 4))
        {
        case 0:
          table->str[place] = mark;
          break;
        case 1:
          g_string_erase (table, place, (gssize) MIN (length, table->len - (gsize) place));
          break;
        case 2:
          g_string_insert_len (table, place, &mark, 1);
          break;
        case 3:
          {
            g_autofree char *copy = g_strndup (table->str + place, length);

            g_string_insert (table, place, copy);
            break;
          }
        default:
          if (gradus_rng_interval (rng, 9) == 0)
            g_string_truncate (table, (gsize) place);
        }
    }
}

/* Either a whole data set or an error that names the table and a line; never both, never none. */
static void
assert_sane (const GString *table)
{
  /* Exactly as long as the table, so that a sanitizer sees a step too far. */
  g_autofree char *bytes = g_memdup2 (table->len > 0 ? table->str : "", MAX (table->len, 1));
  g_autoptr (GError) error = NULL;
  g_autoptr (GradusDataset) dataset = gradus_table_parse (bytes, table->len, "t.csv", NULL, &error);

  if (dataset == NULL)
    {
      g_assert_error (error, GRADUS_ERROR, GRADUS_ERROR_DATA);
      g_assert_true (g_regex_match_simple ("^t\\.csv:[0-9]+: .*; ", error->message, 0, 0)
                     || strstr (error->message, ": this line") != NULL);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return;
    }
  g_assert_no_error (error);
  g_assert_cmpuint (dataset->m, >=, GRADUS_MIN_EXAMPLES);
  for (gsize i = 0; i < dataset->m; i++)
    g_assert_cmpint (dataset->labels[i], <, dataset->n_classes);
  for (gsize i = 0; i < 2 * dataset->m; i++)
    g_assert_true (dataset->x[i] >= -1e100 && dataset->x[i] <= 1e100);
}

static void
test_mutations (void)
{
  static const char *const texts[] = {
    "x1,x2,label\n1.5,-2,a\n-3e2,.25,b\n3.,+4,b\n5,6,a\n7,8,\"c, \"\"d\"\"\"\n",
    "\xef\xbb\xbfx1;x2;label\r\n1,5;-2;1\r\n-3e2;0,25;2\r\n3;4;2\r\n5,0;6.0;1\r\n",
    "# points\n1 2 a\n 3   4 \t \xc3\xa4\n\n5 6 a\n7 8 \xc3\xa4\n",
    "id\tclass\tu\tv\n1\tp\t0.5\t1\n2\tq\t0.5\t1\n3\tp\t0.5\t1\n4\tq\t0.5\t1\n",
  };
  GradusRng rng;

  gradus_rng_seed (&rng, 20);
  for (int i = 0; i < 6000; i++)
    {
      g_autoptr (GString) table = g_string_new (texts[i % (int) G_N_ELEMENTS (texts)]);

      mutate (table, &rng);
      assert_sane (table);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table-faults/too-little-is-refused", test_too_little);
  g_test_add_func ("/table-faults/held-out-is-0-or-1", test_held_out);
  g_test_add_func ("/table-faults/bad-numbers-are-refused-with-their-line", test_bad_numbers);
  g_test_add_func ("/table-faults/bad-rows-are-refused-with-their-line", test_bad_rows);
  g_test_add_func ("/table-faults/an-eleventh-label-is-refused", test_many_labels);
  g_test_add_func ("/table-faults/bytes-that-are-no-text-are-refused", test_bad_bytes);
  g_test_add_func ("/table-faults/long-lines-are-refused-at-once", test_long_lines);
  g_test_add_func ("/table-faults/columns-that-are-not-there-are-refused", test_bad_columns);
  g_test_add_func ("/table-faults/chance-finds-no-way-through", test_mutations);
  return g_test_run ();
}
