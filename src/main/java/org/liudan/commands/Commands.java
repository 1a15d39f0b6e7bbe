package org.liudan.commands;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.liudan.backups.Archive;
import org.liudan.backups.Backup;
import org.liudan.backups.BackupRefused;
import org.liudan.backups.Restoration;
import org.liudan.database.DataFolder;
import org.liudan.districts.DistrictLoader;
import org.liudan.figures.FigureCounter;
import org.liudan.geo.ShapeFiles;
import org.liudan.orders.verification.EventSeals;
import org.liudan.orders.verification.Verification;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;

/** Reads the command line: serves pages, or runs the command that is given. */
public final class Commands {

    static final int FAILED = 1;
    static final int UNKNOWN_COMMAND = 2;

    private static final String USAGE = """
            用法 / Usage:
              (无命令 / no command)           启动，提供网页 / serve the pages
              verify [骑缝码/code]             核对所有诉求与其流转记录 / check all orders against their events
              load-district <文件夹/folder>   加载或更新辖区 / load or update a district
              backup <文件/file>              备份到一个文件，可在运行中做 / back up into one file, also while running
              restore <文件/file>             恢复到空的数据文件夹并核对 / restore into an empty data folder and verify
              rulebook-check <文件/file ...>  检查工作法文件或文件夹 / check method files or a folder of them
              help                            显示本说明 / show this

            常用选项 / Common options:
              --server.port=8081              换一个网页端口 / another port for the pages
              --liudan.data=<文件夹/folder>   换一个数据文件夹 / another data folder
              --spring.datasource.url=...     使用已有的 PostgreSQL / use another PostgreSQL
              --liudan.backup.secret=true     备份里放进 personal.secret / put personal.secret into the backup
            """;

    /** For a backup: a newer version must not migrate the database of a running older version. */
    private static final Map<String, Object> NO_MIGRATION = Map.of("spring.flyway.enabled", "false");

    /** For a restore: no other process uses the database, and the restore runs the migrations itself. */
    private static final Map<String, Object> EXCLUSIVE =
            Map.of("spring.flyway.enabled", "false", "liudan.join", "false");

    private final ApplicationStarter starter;
    private final PrintStream out;

    Commands(Class<?> application, PrintStream out) {
        this.starter = new ApplicationStarter(application, out);
        this.out = out;
    }

    /** Starts the program with its command line. Ends the process after a command. */
    public static void start(Class<?> application, String... args) {
        var commands = new Commands(application, Terminal.out());
        if (commands.arguments(args).isEmpty()) {
            commands.starter.serve(args);
        } else {
            System.exit(commands.run(args));
        }
    }

    /** Runs the command among the arguments. Returns the exit status. */
    int run(String... args) {
        var arguments = arguments(args);
        return switch (arguments.get(0)) {
            case "help" -> {
                out.print(USAGE);
                yield 0;
            }
            case "verify" ->
                arguments.size() <= 2
                        ? verify(arguments.size() == 2 ? arguments.get(1) : "", args)
                        : unknownCommand(arguments);
            case "load-district" ->
                arguments.size() == 2
                        ? starter.run(
                                Map.of(), args, context -> loadDistrict(context).run(Path.of(arguments.get(1))))
                        : unknownCommand(arguments);
            case "backup" ->
                arguments.size() == 2
                        ? starter.run(NO_MIGRATION, args, context -> backup(context, Path.of(arguments.get(1))))
                        : unknownCommand(arguments);
            case "restore" ->
                arguments.size() == 2 ? restore(Path.of(arguments.get(1)), args) : unknownCommand(arguments);
            case "rulebook-check" ->
                arguments.size() > 1
                        ? new RulebookCheckCommand(out)
                                .run(arguments.stream().skip(1).map(Path::of).toList())
                        : unknownCommand(arguments);
            default -> unknownCommand(arguments);
        };
    }

    /** The arguments that are not options. */
    private List<String> arguments(String... args) {
        return Arrays.stream(args)
                .map(arg -> arg.equals("--help") || arg.equals("-h") ? "help" : arg)
                .filter(arg -> !arg.startsWith("-"))
                .toList();
    }

    private int unknownCommand(List<String> arguments) {
        out.printf("不认识这个命令 / This command is not understood: %s%n%n", String.join(" ", arguments));
        out.print(USAGE);
        return UNKNOWN_COMMAND;
    }

    /** @param code the code of a ledger seal to check too; empty for none */
    private int verify(String code, String... args) {
        return starter.run(
                Map.of(),
                args,
                context -> new VerifyCommand(
                                context.getBean(Verification.class),
                                context.getBean(EventSeals.class),
                                context.getBean(FigureCounter.class),
                                out)
                        .run(code));
    }

    private int backup(ApplicationContext context, Path file) {
        var withSecret = context.getEnvironment().getProperty(BackupCommand.WITH_SECRET, Boolean.class, false);
        return new BackupCommand(context.getBean(Backup.class), out).run(file, withSecret);
    }

    /** Checks the file first, then restores it, then verifies the data in a new application. */
    private int restore(Path file, String... args) {
        try (var archive = Archive.open(file)) {
            var restored = starter.run(
                    EXCLUSIVE,
                    args,
                    context -> new RestoreCommand(context.getBean(Restoration.class), out).run(archive));
            return restored == 0 ? verify("", args) : restored;
        } catch (BackupRefused refused) {
            out.printf("%s%n%s%n", refused.reason().zh(), refused.reason().en());
            return FAILED;
        }
    }

    private LoadDistrictCommand loadDistrict(ApplicationContext context) {
        return new LoadDistrictCommand(
                context.getBean(DistrictLoader.class),
                context.getBean(ShapeFiles.class),
                context.getBean(MessageSource.class),
                context.getBean(Preparation.class),
                context.getBean(DataFolder.class).path(),
                out);
    }
}
