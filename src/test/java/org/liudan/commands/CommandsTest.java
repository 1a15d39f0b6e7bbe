package org.liudan.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liudan.Liudan;
import org.liudan.rulebook.SixOrders;

/** The commands from their command lines, each in its own application. */
class CommandsTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Commands commands =
            new Commands(Liudan.class, new PrintStream(printed, true, StandardCharsets.UTF_8));

    @TempDir
    Path folder;

    @Test
    void help_and_unknown_commands_print_the_usage_in_both_languages() {
        assertThat(commands.run("help")).isZero();
        assertThat(output()).contains("用法 / Usage", "load-district");
        assertThat(commands.run("verfy")).isEqualTo(2);
        assertThat(output()).contains("不认识这个命令 / This command is not understood: verfy");
        assertThat(commands.run("load-district")).isEqualTo(2);
    }

    @Test
    void rulebook_check_prints_every_fault_with_file_and_line_in_both_languages() throws IOException {
        assertThat(commands.run("rulebook-check", "rulebook")).isZero();
        Files.writeString(folder.resolve("sound.yaml"), SixOrders.text());
        Files.writeString(
                folder.resolve("faulty.yaml"),
                SixOrders.text()
                        .replace("to: signing\n", "to: nowhere\n")
                        .replace("count.reworks <", "count.rework <"));
        Files.write(folder.resolve("other.yaml"), "method: 六单".getBytes(Charset.forName("GBK")));
        assertThat(commands.run("rulebook-check", folder.toString())).isEqualTo(1);
        assertThat(output())
                .containsPattern("faulty\\.yaml:\\d+: 没有名为“nowhere”的步骤")
                .contains("There is no step \"nowhere\"")
                .contains("count.rework")
                .contains("other.yaml:1: 文件不是 UTF-8 编码")
                .contains("Files checked: 3");
        assertThat(commands.run("rulebook-check", folder.resolve("none").toString()))
                .isEqualTo(1);
    }

    @Test
    void a_district_is_loaded_and_verified_and_new_accounts_get_passwords_that_only_the_owner_may_read()
            throws IOException {
        var data = "--liudan.data=" + folder.resolve("data");
        assertThat(commands.run("load-district", copied("district").toString(), data))
                .as(output())
                .isZero();
        var passwords = folder.resolve("data/initial-passwords.csv");
        var people = Files.readAllLines(Path.of("districts/hongjiang/people.csv"));
        var accounts = people.stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .distinct()
                .toList();
        assertThat(Files.readAllLines(passwords)).hasSize(accounts.size() + 1).startsWith("account,password");
        if (passwords.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(passwords)))
                    .isEqualTo("rw-------");
        }
        assertThat(output()).contains(passwords.toString()).doesNotContain(password(passwords));

        var firstPasswords = Files.readString(passwords);
        assertThat(commands.run("load-district", copied("again").toString(), data))
                .isZero();
        assertThat(Files.readString(passwords)).isEqualTo(firstPasswords);

        assertThat(commands.run("verify", data)).isZero();
        assertThat(output()).contains("Differences: 0");
    }

    @Test
    void a_faulty_district_is_refused_with_all_its_faults_and_leaves_no_password_file() throws IOException {
        var district = copied("faulty");
        Files.writeString(district.resolve("duties.csv"), "category,unit\nnothing,nobody\n");
        Files.writeString(district.resolve("attachments.csv"), "leader,unit\nleader-1\nnobody,431271001\n");
        var data = "--liudan.data=" + folder.resolve("data");
        assertThat(commands.run("load-district", district.toString(), data)).isEqualTo(1);
        assertThat(output()).contains("attachments.csv:2: 列数与表头不符");
        Files.writeString(district.resolve("attachments.csv"), "leader,unit\nnobody,431271001\n");
        assertThat(commands.run("load-district", district.toString(), data)).isEqualTo(1);
        assertThat(output()).contains("duties.csv:2: category", "duties.csv:2: unit", "attachments.csv:2: leader");
        Files.delete(district.resolve("duties.csv"));
        Files.delete(district.resolve("units.csv"));
        assertThat(commands.run("load-district", district.toString(), data)).isEqualTo(1);
        assertThat(output()).contains("units.csv: 没有这个文件", "duties.csv: 没有这个文件");
        assertThat(folder.resolve("data/initial-passwords.csv")).doesNotExist();
    }

    private Path copied(String name) throws IOException {
        var target = Files.createDirectory(folder.resolve(name));
        try (var files = Files.list(Path.of("districts/hongjiang"))) {
            for (var file : List.copyOf(files.toList())) {
                Files.copy(file, target.resolve(file.getFileName()));
            }
        }
        return target;
    }

    private static String password(Path passwords) throws IOException {
        var line = Files.readAllLines(passwords).get(1);
        return line.substring(line.indexOf(',') + 1);
    }

    private String output() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
