package org.liudan.geo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.liudan.engine.method.Reason;
import org.liudan.organisation.Directories;
import org.springframework.stereotype.Component;

/** Loads the optional file with the shapes of regions (WGS-84) from a district's folder. */
@Component
public class ShapeFiles {

    /** The name of the file in a district's folder. */
    public static final String NAME = "shapes.geojson";

    private final Directories directories;
    private final RegionShapes shapes;

    ShapeFiles(Directories directories, RegionShapes shapes) {
        this.directories = directories;
        this.shapes = shapes;
    }

    /** Loads the shapes of the demonstration district. */
    public void loadDemonstration() {
        try (var file = ShapeFiles.class.getResourceAsStream("/districts/hongjiang/" + NAME)) {
            if (file != null) {
                var faults = load(NAME, new String(file.readAllBytes(), StandardCharsets.UTF_8));
                if (!faults.isEmpty()) {
                    throw new IllegalStateException(NAME + ": " + faults);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Loads the shapes of a folder, if it has any. Shapes that an administrator uploaded stay.
     *
     * @return the faults of the file; if there are any, nothing has changed
     */
    public List<Reason> load(Path folder) throws IOException {
        var file = folder.resolve(NAME);
        return Files.isRegularFile(file) ? load(file.getFileName().toString(), Files.readString(file)) : List.of();
    }

    private List<Reason> load(String name, String text) {
        var regions = directories.current().regions();
        var parsed = ShapeReader.read(text, false, regions::containsKey);
        if (parsed.faults().isEmpty()) {
            shapes.installBundled(parsed.shapes(), parsed.source().isEmpty() ? name : parsed.source());
        }
        return parsed.faults();
    }
}
