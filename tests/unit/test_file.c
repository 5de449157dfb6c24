/* test_file.c: whole files in, folders in order, and the plain ways of writing. */
#include "unit/folder.h"

#include "base/file.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>

static void reads_a_whole_file(void **state)
{
    (void)state;
    struct gt_error err = {0};
    struct gt_buffer out = {0};
    put_file("a", "东华\n");
    gt_buffer_text(&out, "before ");
    assert_true(gt_file_read("a", 7, &out, &err));
    assert_string_equal(out.bytes, "before 东华\n");
    assert_false(gt_file_read("a", 6, &out, &err));
    assert_int_equal(err.status, GT_DATA);
    assert_string_equal(err.text, "a: larger than the limit of 6 B");
    gt_buffer_fini(&out);
}

static void says_the_limit_in_its_unit(void **state)
{
    (void)state;
    struct gt_error err = {.lang = GT_ZH};
    struct gt_buffer out = {0};
    put_file("big", "");
    assert_int_equal(truncate("big", (3 << 20) + 1), 0);
    assert_false(gt_file_read("big", 3 << 20, &out, &err));
    assert_string_equal(err.text, "big：文件超过上限 3 MiB");
    gt_buffer_fini(&out);
}

static void refuses_what_cannot_be_read(void **state)
{
    (void)state;
    static const char *const paths[] = {".", "missing", "", "missing/deeper"};
    for (size_t i = 0; i < UNIT_COUNT(paths); i++) {
        struct gt_error err = {0};
        struct gt_buffer out = {0};
        assert_false(gt_file_read(paths[i], 100, &out, &err));
        assert_int_equal(err.status, GT_FILE);
        assert_non_null(strstr(err.text, "cannot read"));
        gt_buffer_fini(&out);
    }
}

static void reads_standard_input(void **state)
{
    (void)state;
    struct gt_error err = {0};
    struct gt_buffer out = {0};
    int before = dup(STDIN_FILENO), from;
    put_file("in", "12345");
    from = open("in", O_RDONLY);
    dup2(from, STDIN_FILENO);
    assert_true(gt_file_read("-", 5, &out, &err));
    assert_string_equal(out.bytes, "12345");
    lseek(STDIN_FILENO, 0, SEEK_SET);
    assert_false(gt_file_read("-", 4, &out, &err));
    assert_string_equal(err.text, "standard input: larger than the limit of 4 B");
    dup2(before, STDIN_FILENO);
    close(before);
    close(from);
    gt_buffer_fini(&out);
}

static void lists_files_in_order(void **state)
{
    (void)state;
    struct gt_error err = {0};
    struct gt_arena arena = {0};
    const char *const *files;
    size_t n;
    static const char *const made[] = {"b.json",   "a.json",  "B.json",    "长.json",
                                       "a-1.json", "a.jsonx", ".hid.json", "json"};
    for (size_t i = 0; i < UNIT_COUNT(made); i++)
        put_file(made[i], "");
    mkdir("folder.json", 0700);
    assert_int_equal(mkfifo("pipe.json", 0600), 0); /* reading it would wait for ever */
    assert_int_equal(symlink("/dev/zero", "endless.json"), 0);
    assert_true(gt_folder_list(".", ".json", &arena, &files, &n, &err));
    static const char *const expected[] = {"./B.json", "./a-1.json", "./a.json", "./b.json",
                                           "./长.json"};
    assert_int_equal(n, UNIT_COUNT(expected));
    for (size_t i = 0; i < n; i++)
        assert_string_equal(files[i], expected[i]);
    assert_true(gt_folder_list("./folder.json/", "", &arena, &files, &n, &err));
    assert_int_equal(n, 0);
    put_file("folder.json/x", "");
    assert_true(gt_folder_list("./folder.json/", "", &arena, &files, &n, &err));
    assert_int_equal(n, 1);
    assert_string_equal(files[0], "./folder.json/x");
    assert_true(gt_folder_list("./", NULL, &arena, &files, &n, &err));
    static const char *const all[] = {
        "./B.json",       "./a-1.json",     "./a.json", "./a.jsonx",   "./b.json",
        "./endless.json", "./folder.json/", "./json",   "./pipe.json", "./长.json"};
    assert_int_equal(n, UNIT_COUNT(all));
    for (size_t i = 0; i < n; i++)
        assert_string_equal(files[i], all[i]);
    assert_false(gt_folder_list("missing", "", &arena, &files, &n, &err));
    assert_int_equal(err.status, GT_FILE);
    gt_arena_fini(&arena);
}

static mode_t mode_of(const char *path)
{
    struct stat st;
    assert_int_equal(lstat(path, &st), 0);
    return st.st_mode & 07777;
}

static void writes_and_keeps_rights(void **state)
{
    (void)state;
    struct gt_error err = {0};
    mode_t mask = umask(027);
    assert_true(gt_file_write("new", "one", 3, &err));
    expect_file("new", "one");
    assert_int_equal(mode_of("new"), 0640);
    assert_int_equal(chmod("new", 0604), 0);
    assert_true(gt_file_write("./new", "", 0, &err));
    expect_file("new", "");
    assert_int_equal(mode_of("new"), 0604);
    umask(mask);
    assert_int_equal(count_entries(), 1);
}

static void a_reader_keeps_the_old_file(void **state)
{
    (void)state;
    struct gt_error err = {0};
    char text[8] = "";
    put_file("a", "old");
    int fd = open("a", O_RDONLY);
    assert_true(gt_file_write("a", "newer", 5, &err));
    assert_int_equal(read(fd, text, sizeof text), 3);
    assert_string_equal(text, "old");
    close(fd);
    expect_file("a", "newer");
}

static void a_link_stays_a_link(void **state)
{
    (void)state;
    struct gt_error err = {0};
    struct stat st;
    mkdir("there", 0700);
    put_file("there/target", "old");
    assert_int_equal(symlink("there/target", "link"), 0);
    assert_true(gt_file_write("link", "new", 3, &err));
    assert_int_equal(lstat("link", &st), 0);
    assert_true(S_ISLNK(st.st_mode));
    expect_file("there/target", "new");
    assert_int_equal(count_entries(), 2);
}

static void writes_a_name_of_any_length(void **state)
{
    (void)state;
    struct gt_error err = {0};
    char name[256] = "";
    memset(name, 'n', 255);
    assert_true(gt_file_write(name, "x", 1, &err));
    expect_file(name, "x");
    assert_int_equal(count_entries(), 1);
}

static void refuses_what_cannot_be_written(void **state)
{
    (void)state;
    static const char *const paths[] = {"",       "folder",          "missing/a",
                                        "file/a", "/proc/graphtool", "a/"};
    mkdir("folder", 0700);
    put_file("file", "kept");
    for (size_t i = 0; i < UNIT_COUNT(paths); i++) {
        struct gt_error err = {0};
        if (gt_file_write(paths[i], "x", 1, &err))
            fail_msg("\"%s\" was written", paths[i]);
        assert_int_equal(err.status, GT_FILE);
        assert_non_null(strstr(err.text, "cannot write"));
    }
    expect_file("file", "kept");
    assert_int_equal(count_entries(), 2);
}

static void writes_devices_in_place(void **state)
{
    (void)state;
    struct gt_error err = {0};
    assert_true(gt_file_write("/dev/null", "x", 1, &err));
    assert_false(gt_file_write("/dev/full", "x", 1, &err));
    assert_int_equal(err.status, GT_FILE);
    assert_string_equal(err.text, "cannot write /dev/full: No space left on device");
}

/* Calls gt_file_print() or, for "-", gt_file_write(), with standard output set to `fd`. */
static bool print_to(int fd, bool by_name, struct gt_error *err)
{
    fflush(stdout);
    int before = dup(STDOUT_FILENO);
    dup2(fd, STDOUT_FILENO);
    bool done = by_name ? gt_file_write("-", "答复", 6, err) : gt_file_print("答复", 6, err);
    dup2(before, STDOUT_FILENO);
    close(before);
    close(fd);
    return done;
}

static void prints_to_standard_output(void **state)
{
    (void)state;
    struct gt_error err = {0}, english = {0}, chinese = {.lang = GT_ZH};
    int ends[2];
    assert_true(print_to(open("out", O_WRONLY | O_CREAT, 0600), true, &err));
    expect_file("out", "答复");
    assert_false(print_to(open("/dev/full", O_WRONLY), false, &english));
    assert_int_equal(english.status, GT_FILE);
    assert_int_equal(pipe(ends), 0);
    close(ends[0]);
    assert_false(print_to(ends[1], false, &chinese)); /* and SIGPIPE does not end the program */
    assert_string_equal(chinese.text, "无法写入 标准输出：Broken pipe");
    struct sigaction now;
    sigaction(SIGPIPE, NULL, &now);
    assert_true(now.sa_handler == SIG_DFL);
}

static void makes_folders(void **state)
{
    (void)state;
    struct gt_error err = {0};
    assert_true(gt_folder_make("a/b//c/", &err));
    assert_true(gt_file_is_folder("a/b/c"));
    assert_true(gt_folder_make("a/b/c", &err));
    assert_true(gt_folder_make("/", &err));
    put_file("a/file", "");
    static const char *const wrong[] = {"a/file", "a/file/b", "", "/proc/graphtool"};
    for (size_t i = 0; i < UNIT_COUNT(wrong); i++) {
        struct gt_error one = {0};
        assert_false(gt_folder_make(wrong[i], &one));
        assert_int_equal(one.status, GT_FILE);
    }
    assert_true(gt_file_exists("a/file") && !gt_file_is_folder("a/file"));
    assert_false(gt_file_exists("a/none"));
}

/* With 0 to 2 closed at the start, the first file opened must not become standard output. */
static void guards_the_standard_descriptors(void **state)
{
    (void)state;
    pid_t child = fork();
    if (child == 0) {
        for (int fd = 0; fd <= 2; fd++)
            close(fd);
        gt_file_guard_standard();
        int fd = open("data", O_RDWR | O_CREAT, 0600);
        bool safe =
            fd > 2 && write(1, "x", 1) == 1 && write(2, "x", 1) == 1 && read(0, &fd, 1) == 0;
        _exit(safe ? 0 : 1);
    }
    int status;
    waitpid(child, &status, 0);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    expect_file("data", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        folder_test(reads_a_whole_file),
        folder_test(says_the_limit_in_its_unit),
        folder_test(refuses_what_cannot_be_read),
        folder_test(reads_standard_input),
        folder_test(lists_files_in_order),
        folder_test(writes_and_keeps_rights),
        folder_test(a_reader_keeps_the_old_file),
        folder_test(a_link_stays_a_link),
        folder_test(writes_a_name_of_any_length),
        folder_test(refuses_what_cannot_be_written),
        folder_test(writes_devices_in_place),
        folder_test(prints_to_standard_output),
        folder_test(makes_folders),
        folder_test(guards_the_standard_descriptors),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
