package org.liudan.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The load generator of PostgreSQL, where this machine has it. */
final class Pgbench {

    /** Each client is a connection, of which a server has a hundred. */
    private static final int MOST = 48;

    private static final Pattern SPEED = Pattern.compile("tps = ([0-9.]+)");
    private static final Pattern PLACE = Pattern.compile("jdbc:postgresql://([^:/]+):(\\d+)/([^?]+).*");

    private final Path program;
    private final Path folder;
    private final PgbenchScript script;
    private final String url;
    private final String password;
    private long base = 1_000_000_000L;

    private Pgbench(Path program, Path folder, PgbenchScript script, String url, String password) {
        this.program = program;
        this.folder = folder;
        this.script = script;
        this.url = url;
        this.password = password;
    }

    /** Empty when there is no pgbench on the path or where packages put it. */
    static Optional<Pgbench> find(Path folder, PgbenchScript script, String url, String password) throws IOException {
        var places = new ArrayList<Path>();
        for (var place : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
            places.add(Path.of(place));
        }
        var packaged = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(packaged)) {
            try (Stream<Path> versions = Files.list(packaged)) {
                versions.map(version -> version.resolve("bin")).forEach(places::add);
            }
        }
        return places.stream()
                .map(place -> place.resolve("pgbench"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(program -> new Pgbench(program, folder, script, url, password));
    }

    /** Lifecycles a second with some clients at once, as many as have room on the server beside the programs' own connections. */
    double perSecond(int clients, int seconds) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("lifecycle.sql"), script.text());
        Files.writeString(folder.resolve("run.sh"), command(clients, seconds));
        base += 1_000_000_000L;
        var builder =
                new ProcessBuilder("sh", "run.sh").directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", password);
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var speed = SPEED.matcher(said);
        if (process.waitFor() != 0 || !speed.find() || said.contains("aborted")) {
            throw new IOException("pgbench failed: " + said.substring(0, Math.min(3_000, said.length())));
        }
        return Double.parseDouble(speed.group(1));
    }

    /** In a file, because the arguments of a process lose Chinese text where the locale is not UTF-8. */
    private String command(int clients, int seconds) {
        var place = PLACE.matcher(url);
        if (!place.matches()) {
            throw new IllegalStateException("Not a PostgreSQL address: " + url);
        }
        var words = new ArrayList<>(
                List.of(program.toString(), "-n", "-M", "prepared", "-f", "lifecycle.sql", "-U", "postgres", "-h"));
        words.addAll(List.of(place.group(1), "-p", place.group(2), "-c", "" + Math.min(MOST, clients), "-j"));
        words.addAll(List.of("" + Math.min(2, clients), "-T", "" + seconds, "-D", "n=0", "-D", "base=" + base));
        script.texts().forEach((name, literal) -> words.addAll(List.of("-D", name + "=" + plain(literal))));
        words.add(place.group(3));
        var command = new StringBuilder("exec");
        words.forEach(
                word -> command.append(" '").append(word.replace("'", "'\\''")).append("'"));
        return command.append("\n").toString();
    }

    /** What a literal of SQL stands for. */
    private static String plain(String literal) {
        var escaped = literal.startsWith("E");
        var text = literal.substring(escaped ? 2 : 1, literal.length() - 1).replace("''", "'");
        return escaped ? text.replace("\\\\", "\\") : text;
    }
}
