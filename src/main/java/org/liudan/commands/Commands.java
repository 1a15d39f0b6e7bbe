package org.liudan.commands;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.liudan.database.DataFolder;
import org.liudan.geo.ShapeFiles;
import org.liudan.orders.Verification;
import org.liudan.people.DistrictLoader;
import org.liudan.rulebook.RulebookFaults;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.MessageSource;

/** Does what the program was started for: serves pages, or carries out a command given to it. */
public final class Commands {

    static final int FAILED = 1;
    static final int NOT_UNDERSTOOD = 2;

    private static final String USAGE = """
            用法 / Usage:
              (无命令 / no command)           启动，提供网页 / serve the pages
              verify                          核对所有诉求与其流转记录 / check all orders against their events
              load-district <文件夹/folder>   加载或更新辖区 / load or update a district
              rulebook-check <文件/file ...>  检查工作法文件或文件夹 / check method files or a folder of them
              help                            显示本说明 / show this

            常用选项 / Common options:
              --server.port=8081              换一个网页端口 / another port for the pages
              --liudan.data=<文件夹/folder>   换一个数据文件夹 / another data folder
              --spring.datasource.url=...     使用已有的 PostgreSQL / use another PostgreSQL
            """;

    /** What would be said a second time, and at length, when the program can't start. */
    private static final Map<String, Object> QUIET = Map.of(
            "logging.level.org.springframework.boot.web.server.servlet.context", "error",
            "logging.level.org.springframework.context.annotation", "error");

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
                words.size() == 1
                        ? inside(args, context -> new Verify(context.getBean(Verification.class), out).run())
                        : notUnderstood(words);
            case "load-district" ->
                words.size() == 2
                        ? inside(args, context -> loading(context).run(Path.of(words.get(1))))
                        : notUnderstood(words);
            case "rulebook-check" ->
                words.size() > 1
                        ? new RulebookCheck(out)
                                .run(words.stream().skip(1).map(Path::of).toList())
                        : notUnderstood(words);
            default -> notUnderstood(words);
        };
    }

    /** The arguments that are not options. */
    private List<String> words(String... args) {
        return Arrays.stream(args)
                .map(arg -> arg.equals("--help") || arg.equals("-h") ? "help" : arg)
                .filter(arg -> !arg.startsWith("-"))
                .toList();
    }

    private int notUnderstood(List<String> words) {
        out.printf("不认识这个命令 / This command is not understood: %s%n%n", String.join(" ", words));
        out.print(USAGE);
        return NOT_UNDERSTOOD;
    }

    private LoadDistrict loading(ApplicationContext context) {
        return new LoadDistrict(
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
        var properties = new HashMap<>(QUIET);
        properties.put("liudan.join", "true");
        properties.put("liudan.deadlines.enabled", "false");
        properties.put("liudan.connections", "4");
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
        }
    }
}
