package org.liudan.commands;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.liudan.rulebook.RulebookFaults;
import org.springframework.beans.BeansException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the Spring application, either to serve pages or to run one command. */
record ApplicationStarter(Class<?> application, PrintStream out) {

    /** Turns off log messages that would repeat the reason of a failed start. */
    private static final Map<String, Object> QUIET = Map.of(
            "logging.level.org.springframework.boot.web.server.servlet.context", "error",
            "logging.level.org.springframework.context.annotation", "error");

    /** Starts serving pages. Ends the process if the start fails; the reason is already printed then. */
    void serve(String... args) {
        var serving = application(QUIET);
        serving.addListeners(new PortCheck());
        try {
            serving.run(args);
        } catch (RuntimeException alreadyPrinted) {
            System.exit(Commands.FAILED);
        }
    }

    /**
     * Runs a command in an application without pages and deadlines. It uses the database of a running Liudan if there is
     * one.
     *
     * @param more properties in addition to those of every command
     * @return the exit status
     */
    int run(Map<String, Object> more, String[] args, ToIntFunction<ApplicationContext> command) {
        var properties = new HashMap<>(QUIET);
        properties.put("liudan.join", "true");
        properties.put("liudan.jobs.enabled", "false");
        properties.put("liudan.connections", "4");
        properties.put("liudan.silence", "0");
        properties.putAll(more);
        var commandApplication = application(properties);
        commandApplication.setWebApplicationType(WebApplicationType.NONE);
        // a command needs few components, and none of those that render pages
        commandApplication.setLazyInitialization(true);
        ConfigurableApplicationContext context;
        try {
            context = commandApplication.run(args);
        } catch (RuntimeException alreadyPrinted) {
            return Commands.FAILED;
        }
        try (context) {
            return command.applyAsInt(context);
        } catch (RulebookFaults faults) {
            out.println(faults.getMessage());
            return Commands.FAILED;
        } catch (BeansException lazyFailure) {
            if (new PlainFailureAnalyzer().reportException(lazyFailure)) {
                return Commands.FAILED;
            }
            throw lazyFailure;
        }
    }

    private SpringApplication application(Map<String, Object> properties) {
        var spring = new SpringApplication(application);
        spring.setLogStartupInfo(false);
        spring.setDefaultProperties(properties);
        return spring;
    }
}
