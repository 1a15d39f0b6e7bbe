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

/** Takes in the file with the shapes of regions that a district's folder may have, by WGS-84. */
@Component
public class ShapeFiles {

    /** The name of the file in the folder of a district. */
    public static final String NAME = "shapes.geojson";

    private final Directories directories;
    private final RegionShapes shapes;

    ShapeFiles(Directories directories, RegionShapes shapes) {
        this.directories = directories;
        this.shapes = shapes;
    }

    /** Takes in those of the demonstration district. */
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
     * Takes in those of a folder, if it has any; what an administrator has uploaded stays.
     *
     * @return what is wrong with the file; if anything is, nothing has changed
     */
    public List<Reason> load(Path folder) throws IOException {
        var file = folder.resolve(NAME);
        return Files.isRegularFile(file) ? load(file.getFileName().toString(), Files.readString(file)) : List.of();
    }

    private List<Reason> load(String name, String text) {
        var regions = directories.current().regions();
        var read = ShapeReader.read(text, false, regions::containsKey);
        if (read.faults().isEmpty()) {
            shapes.ship(read.shapes(), read.source().isEmpty() ? name : read.source());
        }
        return read.faults();
    }
}
