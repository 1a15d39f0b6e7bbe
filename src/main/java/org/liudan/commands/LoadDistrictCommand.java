package org.liudan.commands;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.Locale;
import org.liudan.districts.DistrictLoader;
import org.liudan.engine.method.Reason;
import org.liudan.geo.ShapeFiles;
import org.springframework.context.MessageSource;

/** The command {@code load-district}: loads a district and its shapes from a folder, or prints all faults of the files. */
record LoadDistrictCommand(
        DistrictLoader loader,
        ShapeFiles shapes,
        MessageSource messages,
        Preparation preparation,
        Path data,
        PrintStream out) {

    int run(Path folder) {
        try (var file = InitialPasswords.open(data)) {
            var passwords = loader.load(folder);
            if (!passwords.isEmpty()) {
                file.write(passwords);
                out.printf("新账号 %d 个，一次性密码在 %s，只有本人可读；发完请删除。%n", passwords.size(), file.file());
                out.printf(
                        "New accounts: %d. Their one-time passwords are in %s, readable by the owner only; delete it"
                                + " once they are handed out.%n",
                        passwords.size(), file.file());
            }
            preparation.prepare();
            var faults = shapes.load(folder);
            if (!faults.isEmpty()) {
                faults.forEach(this::print);
                return Commands.FAILED;
            }
            out.println("辖区已加载 / The district is loaded");
            return 0;
        } catch (DistrictLoader.FaultyFiles faulty) {
            out.println(faulty.getMessage());
        } catch (UncheckedIOException unreadable) {
            print(unreadable);
        } catch (IOException broken) {
            print(broken);
        }
        return Commands.FAILED;
    }

    private void print(Reason fault) {
        out.printf(
                "%s: %s%n", ShapeFiles.NAME, message(Locale.CHINESE, fault) + " / " + message(Locale.ENGLISH, fault));
    }

    private String message(Locale language, Reason fault) {
        return messages.getMessage(fault.key(), fault.args().toArray(), language);
    }

    private void print(Exception broken) {
        if (broken.getCause() instanceof CharacterCodingException) {
            out.println("有文件不是 UTF-8 编码，请另存为 UTF-8 / A file is not encoded in UTF-8; save it as UTF-8");
        } else {
            out.printf("读写失败 / Reading or writing failed: %s%n", broken);
        }
    }
}
