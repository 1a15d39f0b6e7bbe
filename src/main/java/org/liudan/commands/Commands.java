package org.liudan.commands;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
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
import org.liudan.rulebook.RulebookFaults;
import org.springframework.beans.BeansException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.MessageSource;

/** Does what the program was started for: serves pages, or carries out a command given to it. */
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

    /** What would be said a second time, and at length, when the program can't start. */
    private static final Map<String, Object> QUIET = Map.of(
            "logging.level.org.springframework.boot.web.server.servlet.context", "error",
            "logging.level.org.springframework.context.annotation", "error");

    /** A newer program backs up what an older one works on without changing its tables. */
    private static final Map<String, Object> UNCHANGED = Map.of("spring.flyway.enabled", "false");

    /** Nobody works on a database that is being filled, and its tables are made as the backup needs them. */
    private static final Map<String, Object> ALONE = Map.of("spring.flyway.enabled", "false", "liudan.join", "false");

    private final Class<?> application;
    private final PrintStream out;

    Commands(Class<?> application, PrintStream out) {
        this.application = application;
        this.out = out;
    }

    /** Starts the program as its arguments say. Ends the process unless it goes on serving. */
    public static void start(Class<?> application, String... args) {
        var commands = new Commands(application, Terminal.out());
        if (commands.words(args).isEmpty()) {
            commands.serve(args);
        } else {
            System.exit(commands.run(args));
        }
    }

    /** Carries out the command among the arguments. Answers the exit status. */
    int run(String... args) {
        var words = words(args);
        return switch (words.get(0)) {
            case "help" -> {
                out.print(USAGE);
                yield 0;
            }
            case "verify" ->
                words.size() <= 2 ? verify(words.size() == 2 ? words.get(1) : "", args) : unknownCommand(words);
            case "load-district" ->
                words.size() == 2
                        ? inside(args, context -> loading(context).run(Path.of(words.get(1))))
                        : unknownCommand(words);
            case "backup" ->
                words.size() == 2
                        ? inside(UNCHANGED, args, context -> backup(context, Path.of(words.get(1))))
                        : unknownCommand(words);
            case "restore" -> words.size() == 2 ? restore(Path.of(words.get(1)), args) : unknownCommand(words);
            case "rulebook-check" ->
                words.size() > 1
                        ? new RulebookCheckCommand(out)
                                .run(words.stream().skip(1).map(Path::of).toList())
                        : unknownCommand(words);
            default -> unknownCommand(words);
        };
    }

    /** The arguments that are not options. */
    private List<String> words(String... args) {
        return Arrays.stream(args)
                .map(arg -> arg.equals("--help") || arg.equals("-h") ? "help" : arg)
                .filter(arg -> !arg.startsWith("-"))
                .toList();
    }

    private int unknownCommand(List<String> words) {
        out.printf("不认识这个命令 / This command is not understood: %s%n%n", String.join(" ", words));
        out.print(USAGE);
        return UNKNOWN_COMMAND;
    }

    /** @param code of a stamp that was written down; empty for none */
    private int verify(String code, String... args) {
        return inside(
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

    /** Looks through the file before anything is begun; what was restored is verified by the program as it starts anew. */
    private int restore(Path file, String... args) {
        try (var archive = Archive.open(file)) {
            var restored = inside(
                    ALONE, args, context -> new RestoreCommand(context.getBean(Restoration.class), out).run(archive));
            return restored == 0 ? verify("", args) : restored;
        } catch (BackupRefused refused) {
            out.printf("%s%n%s%n", refused.reason().zh(), refused.reason().en());
            return FAILED;
        }
    }

    private LoadDistrictCommand loading(ApplicationContext context) {
        return new LoadDistrictCommand(
                context.getBean(DistrictLoader.class),
                context.getBean(ShapeFiles.class),
                context.getBean(MessageSource.class),
                context.getBean(Preparation.class),
                context.getBean(DataFolder.class).path(),
                out);
    }

    /** Why it did not start has been said by then. */
    private void serve(String... args) {
        var serving = application(QUIET);
        serving.addListeners(new PortCheck());
        try {
            serving.run(args);
        } catch (RuntimeException said) {
            System.exit(FAILED);
        }
    }

    private SpringApplication application(Map<String, Object> properties) {
        var started = new SpringApplication(application);
        started.setLogStartupInfo(false);
        started.setDefaultProperties(properties);
        return started;
    }

    /** Without pages and deadlines, on the database of a Liudan that is running where there is one. */
    private int inside(String[] args, ToIntFunction<ApplicationContext> command) {
        return inside(Map.of(), args, command);
    }

    private int inside(Map<String, Object> more, String[] args, ToIntFunction<ApplicationContext> command) {
        var properties = new HashMap<>(QUIET);
        properties.put("liudan.join", "true");
        properties.put("liudan.deadlines.enabled", "false");
        properties.put("liudan.connections", "4");
        properties.put("liudan.silence", "0");
        properties.putAll(more);
        var working = application(properties);
        working.setWebApplicationType(WebApplicationType.NONE);
        // a command needs few of the parts, and none of those that make pages
        working.setLazyInitialization(true);
        ConfigurableApplicationContext context;
        try {
            context = working.run(args);
        } catch (RuntimeException said) {
            return FAILED;
        }
        try (context) {
            return command.applyAsInt(context);
        } catch (RulebookFaults faults) {
            out.println(faults.getMessage());
            return FAILED;
        } catch (BeansException notThere) {
            if (new PlainFailureAnalyzer().reportException(notThere)) {
                return FAILED;
            }
            throw notThere;
        }
    }
}
