package org.liudan.rulebook;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/** Parses a YAML file, and reports text that is not YAML as a fault with its line. */
final class YamlParser {

    private YamlParser() {}

    /** Parses a file. Returns empty, with a fault, if the text is empty or not YAML. */
    static Optional<YamlPart> parse(String file, String text, Consumer<RulebookFault> faults) {
        try {
            var options = new LoaderOptions();
            options.setMaxAliasesForCollections(20);
            options.setNestingDepthLimit(20);
            var node = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
            if (node == null) {
                faults.accept(new RulebookFault(file, 1, "empty-file", List.of()));
                return Optional.empty();
            }
            return Optional.of(new YamlPart(file, node, faults));
        } catch (MarkedYAMLException invalid) {
            var mark = invalid.getProblemMark();
            faults.accept(notYaml(file, mark == null ? 1 : mark.getLine() + 1, invalid.getProblem()));
        } catch (ReaderException invalid) {
            int line = 1
                    + (int) text.codePoints()
                            .limit(invalid.getPosition())
                            .filter(letter -> letter == '\n')
                            .count();
            faults.accept(notYaml(file, line, String.valueOf(invalid.getMessage())));
        } catch (YAMLException invalid) {
            faults.accept(notYaml(file, 1, String.valueOf(invalid.getMessage())));
        }
        return Optional.empty();
    }

    private static RulebookFault notYaml(String file, int line, String problem) {
        return new RulebookFault(file, line, "not-yaml", List.of(problem));
    }
}
