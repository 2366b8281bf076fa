/* Lessons from their text: what they say, and one fault at a time where it is. */
#include "core/lesson.h"

#include <math.h>
#include <string.h>

#include "core/error.h"
#include "core/spec-fields.h"

#define HEAD "[lesson]\ntitle=A\nsummary=B\n"

static GradusLesson *
read_lesson (const char *text)
{
  g_autoptr (GError) error = NULL;
  GradusLesson *lesson = gradus_lesson_from_text (text, strlen (text), "x.lesson", &error);

  g_assert_no_error (error);
  return lesson;
}

static void
test_reads (void)
{
  g_autoptr (GradusLesson) lesson =
      read_lesson ("# a remark\n" HEAD "order=7\n"
                   "[step 1]\ncaption=One\\nTwo {cost:6}\ninit=zeros\nlock=seed;alpha\nspeed=50\n"
                   "question=Q\nchoice-1=C\nreply-1=R\nchoice-2=D\nreply-2=S\nright=2\n"
                   "wait=epoch 1000\nreveal=At {epoch}\nexpect=alike = 4; cost < 0.7\n"
                   "[step 2]\ncaption=On\nepochs=20000\nwait=accuracy >= 90 %\nspeed=flat out\n"
                   "train=true\nhighlight=symmetry\n"
                   "[step 3]\ncaption=New\nhidden=8;4\nlock=\n"
                   "[step 4]\ncaption=Again\nrestart=true\n");
  const GradusLessonStep *steps = lesson->steps;

  g_assert_cmpstr (lesson->title, ==, "A");
  g_assert_cmpint (lesson->order, ==, 7);
  g_assert_cmpint (lesson->n_steps, ==, 4);
  g_assert_cmpstr (steps[0].caption, ==, "One\nTwo {cost:6}");
  g_assert_cmpint (steps[0].n_choices, ==, 2);
  g_assert_cmpint (steps[0].right, ==, 1);
  g_assert_cmpstr (steps[0].replies[1], ==, "S");
  g_assert_cmpint (steps[0].spec->init, ==, GRADUS_INIT_ZEROS);
  g_assert_cmpfloat (steps[0].speed, ==, 50);
  g_assert_true (g_strv_contains ((const char *const *) steps[0].lock, "alpha"));
  g_assert_cmpint (steps[0].wait->len, ==, 1);
  g_assert_cmpint (steps[0].expect->len, ==, 2);
  g_assert_true (steps[0].is_new_run);

  /* Fields and locks count on, highlights do not; more epochs are no other run. */
  g_assert_cmpint (steps[1].spec->init, ==, GRADUS_INIT_ZEROS);
  g_assert_cmpint (steps[1].spec->epochs, ==, 20000);
  g_assert_false (steps[1].is_new_run);
  g_assert_true (steps[1].goes);
  g_assert_true (isinf (steps[1].speed));
  g_assert_cmpint (g_strv_length (steps[1].lock), ==, 2);
  g_assert_cmpint (g_strv_length (steps[1].highlight), ==, 1);
  g_assert_cmpint (g_strv_length (steps[2].highlight), ==, 0);
  g_assert_cmpint (g_strv_length (steps[2].lock), ==, 0);
  g_assert_cmpint (steps[2].spec->hidden.n, ==, 2);
  g_assert_true (steps[2].is_new_run);
  g_assert_true (steps[3].is_new_run);
}

static void
test_compares (void)
{
  g_autoptr (GradusLesson) lesson =
      read_lesson (HEAD "[step 1]\ncaption=C {cost@3}\nvary=init-scale\nvalues=0;0.01;1\n"
                        "wait=cost@2 < 0.3; blocked@3 > 10 %\n"
                        "[step 2]\ncaption=Alone\nvary=\nvalues=\n");

  g_assert_cmpint (gradus_lesson_step_count_runs (&lesson->steps[0]), ==, 3);
  g_assert_cmpint (gradus_lesson_step_count_runs (&lesson->steps[1]), ==, 1);
  g_assert_true (lesson->steps[1].is_new_run);
}

/* The language that g_get_language_names () gives: C in the tests, so a key of that name. */
static void
test_translated (void)
{
  g_autoptr (GradusLesson) lesson =
      read_lesson ("[lesson]\ntitle=A\ntitle[de]=Ä\ntitle[C]=Å\nsummary=B\n"
                   "[step 1]\ncaption=A\ncaption[de]=Ä {cost}\n");

  g_assert_cmpstr (lesson->title, ==, "Å");
  g_assert_cmpstr (lesson->steps[0].caption, ==, "A");
}

static void
test_takes_what_windows_writes (void)
{
  g_autoptr (GradusLesson) lesson =
      read_lesson ("\xef\xbb\xbf[lesson]\r\ntitle=A\r\nsummary=B\r\n[step 1]\r\ncaption=C\r\n"
                   "seed=7\r\nwait=epoch 5\r\nlock=seed\r\n");

  g_assert_cmpstr (lesson->title, ==, "A");
  g_assert_cmpint (lesson->steps[0].spec->seed, ==, 7);
}

#define STEP HEAD "[step 1]\ncaption=C\n"
#define ASKS STEP "question=Q\nchoice-1=C\nreply-1=R\nchoice-2=D\nreply-2=S\n"

/* What is wrong, and what is said of it: its beginning, and what would be right. */
static const struct
{
  const char *text, *begins, *right;
} faults[] = {
  { "", "x.lesson: the group [lesson] is missing", "" },
  { HEAD, "x.lesson: the group [step 1] is missing", "" },
  { "[step 1]\ncaption=C\n", "x.lesson:1: [step 1] [lesson] is right here", "" },
  { "title=A\n", "x.lesson:1: title stands before any group", "" },
  { HEAD "words\n", "x.lesson:4: “words” is no line of such a file", "" },
  { HEAD "[step 2]\ncaption=C\n", "x.lesson:4: [step 2] [step 1] is right here", "" },
  { STEP "[step 1]\ncaption=D\n", "x.lesson:6: “[step 1]” is in line 4 already", "" },
  { STEP "caption=D\n", "x.lesson:6: “caption=D” is in line 5 already", "" },
  { "[lesson]\nsummary=B\n[step 1]\ncaption=C\n", "x.lesson:1: [lesson] there is no title", "" },
  { "[lesson]\ntitle=A\n[step 1]\ncaption=C\n", "x.lesson:1: [lesson] there is no summary", "" },
  { "[lesson]\ntitle=\nsummary=B\n[step 1]\ncaption=C\n",
    "x.lesson:2: [lesson] title: there is nothing", "" },
  { HEAD "author=A\n", "x.lesson:4: [lesson] author: there is no such key",
    "title, summary and order are right" },
  { HEAD "order=first\n[step 1]\ncaption=C\n", "x.lesson:4: [lesson] order: “first”", "from 0" },
  { HEAD "[step 1]\nseed=3\n", "x.lesson:4: [step 1] there is no caption", "" },
  { STEP "colour=red\n", "x.lesson:6: [step 1] colour: there is no such key", "caption, question" },
  { STEP "choice-0=C\n", "x.lesson:6: [step 1] choice-0: there is no such key", "choice-9" },
  { STEP "seed[de]=3\n", "x.lesson:6: [step 1] seed[de]: these are no words", "seed alone" },
  { STEP "reveal=\\x\nwait=epoch 1\n", "x.lesson:6: [step 1] reveal: a stray backslash", "\\n" },
  { STEP "alpha=-1\n", "x.lesson:6: [step 1] alpha: “-1” is out of range", "from 0 to" },
  { STEP "source=file\n", "x.lesson:4: [step 1] ", "file" },
  { STEP "vary=init-scale\nvalues=1;2;3;4;5\n", "x.lesson:7: [step 1] values: these are 5 runs",
    "up to 4 are right" },
  { STEP "vary=colour\nvalues=1\n", "x.lesson:4: [step 1] vary: “colour”", "" },
  { STEP "restart=yes\n", "x.lesson:6: [step 1] restart: “yes”", "true or false is right" },
  { STEP "train=1\n", "x.lesson:6: [step 1] train: “1”", "true or false is right" },
  { STEP "train=true\n", "x.lesson:6: [step 1] train: there is nothing to wait for",
    "wait=epoch 1000" },
  { STEP "speed=fast\n", "x.lesson:6: [step 1] speed: “fast” is no speed", "flat out" },
  { STEP "lock=seeds\n", "x.lesson:6: [step 1] lock: there is no “seeds”", "seed, alpha" },
  { STEP "lock=boundary\n", "x.lesson:6: [step 1] lock: there is no “boundary”", "" },
  { STEP "hide=controls;;seed\n", "x.lesson:6: [step 1] hide: there is no “”", "" },
  { STEP "highlight=graph\n", "x.lesson:6: [step 1] highlight: there is no “graph”", "boundary" },
  { STEP "question=Q\n", "x.lesson:6: [step 1] question: there is nothing to choose", "choice-1" },
  { STEP "choice-1=C\nreply-1=R\n", "x.lesson:4: [step 1] there are choices and no", "question=" },
  { STEP "question=Q\nchoice-1=C\nreply-1=R\nchoice-3=D\nreply-3=S\n",
    "x.lesson:9: [step 1] choice-3: one before it is missing", "1, 2, 3" },
  { STEP "question=Q\nchoice-1=C\nreply-1=R\nchoice-2=D\n",
    "x.lesson:9: [step 1] choice-2: there is no reply", "reply-2=" },
  { ASKS "reply-3=R\n", "x.lesson:11: [step 1] reply-3: there is no such choice", "choice-3=" },
  { ASKS "right=3\n", "x.lesson:11: [step 1] right: “3” is no choice", "from 1 to 2" },
  { ASKS "right=D\n", "x.lesson:11: [step 1] right: “D” is no choice", "from 1 to 2" },
  { STEP "reveal=R\n", "x.lesson:6: [step 1] reveal: there is nothing to wait for", "wait=" },
  { STEP "wait=soon\n", "x.lesson:6: [step 1] wait: “soon”: there is no measure soon", "epoch" },
  { STEP "wait=cost\n", "x.lesson:6: [step 1] wait: “cost”: cost is a number", "cost = 4" },
  { STEP "wait=cost < 1; ; epoch 5\n", "x.lesson:6: [step 1] wait: “”: there is no measure", "" },
  { STEP "wait=epoch 20000\n", "x.lesson:6: [step 1] wait: the run ends at epoch 10000",
    "epochs=20000" },
  { STEP "wait=largest-alpha < 1.2\n", "x.lesson:6: [step 1] wait: the largest eigenvalue",
    "expect=" },
  { STEP "wait=cost@2 < 1\n", "x.lesson:6: [step 1] wait: cost@2: there is one run", "vary=" },
  { STEP "vary=seed\nvalues=1;2\nexpect=cost@3 < 1\n",
    "x.lesson:8: [step 1] expect: cost@3: from @1 to @2", "" },
  { STEP "expect=alike[2] = 4\n", "x.lesson:6: [step 1] expect: alike[2]:", "layers 1 to 1" },
  { STEP "hidden=0\nexpect=alike = 4\n", "x.lesson:7: [step 1] expect: alike:", "hidden=4" },
  { STEP "wait=epoch 5\nreveal=It is {cots}\n", "x.lesson:7: [step 1] reveal: “{cots}”:", "cost" },
  { STEP "wait=epoch 5\nreveal[de]=It is {cots}\n",
    "x.lesson:7: [step 1] reveal[de]: “{cots}”:", "cost" },
  { HEAD "[step 1]\ncaption=See {alike[3]}\n", "x.lesson:5: [step 1] caption: alike[3]", "" },
};

static void
test_fault (gconstpointer data)
{
  const char *const *texts = data;
  g_autoptr (GError) error = NULL;
  GradusLesson *lesson = gradus_lesson_from_text (texts[0], strlen (texts[0]), "x.lesson", &error);

  g_assert_null (lesson);
  g_assert_error (error, GRADUS_ERROR, GRADUS_ERROR_DATA);
  g_assert_cmpmem (error->message, MIN (strlen (error->message), strlen (texts[1])), texts[1],
                   strlen (texts[1]));
  g_assert_nonnull (strstr (error->message, texts[2]));
}

static void
test_bytes (void)
{
  static const char text[] = HEAD "\0[step 1]\ncaption=C\n";
  g_autoptr (GError) error = NULL;

  g_assert_null (gradus_lesson_from_text (text, sizeof text - 1, "x.lesson", &error));
  g_assert_cmpstr (error->message, ==, "x.lesson:4: a NUL byte; text in UTF-8 is right");
}

static void
test_load (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (gradus_lesson_load ("/nowhere/x.lesson", &error));
  g_assert_error (error, GRADUS_ERROR, GRADUS_ERROR_FILE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lesson/says-what-is-in-its-file", test_reads);
  g_test_add_func ("/lesson/compares-runs", test_compares);
  g_test_add_func ("/lesson/speaks-the-users-language", test_translated);
  g_test_add_func ("/lesson/takes-what-windows-writes", test_takes_what_windows_writes);
  g_test_add_func ("/lesson/bytes-that-are-no-text-are-a-fault", test_bytes);
  g_test_add_func ("/lesson/a-file-that-is-not-there-is-a-fault", test_load);
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/lesson/fault-%d-says-where-and-what-is-right", (int) i + 1);
      g_test_add_data_func (path, &faults[i], test_fault);
    }
  return g_test_run ();
}
