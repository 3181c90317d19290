package io.adjudicator.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LinksTest {

    /** {@code [text](target)}; what has a scheme leads out of the repository. */
    private static final Pattern LINK = Pattern.compile("\\]\\((?!\\w+:)([^)#\\s]*)(?:#([^)\\s]*))?\\)");

    /** A path in backquotes that begins at the root; with {@code <customer>} or {@code *} in it, it stands for many. */
    private static final Pattern PATH =
            Pattern.compile("`((?:rules|customer-overrides|processes|samples|docs|src)/[\\w./-]*)`");

    static List<Path> documents() {
        return Repository.files(".*[.]md");
    }

    @ParameterizedTest
    @MethodSource("documents")
    void leadSomewhere(Path document) {
        Path folder = Path.of("").resolve(document).toAbsolutePath().getParent();
        assertThat(LINK.matcher(Repository.text(document)).results()).allSatisfy(link -> {
            Path target = link.group(1).isEmpty() ? document.toAbsolutePath() : folder.resolve(link.group(1));
            assertThat(target.normalize()).exists();
            if (link.group(2) != null) {
                assertThat(headings(target)).contains(link.group(2));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("documents")
    void namePathsThatAreThere(Path document) {
        assertThat(PATH.matcher(Repository.text(document)).results().map(path -> Path.of(path.group(1))))
                .allMatch(Files::exists, "is there");
    }

    /** As hosts of repositories make anchors of headings. */
    private static List<String> headings(Path document) {
        Matcher headings = Pattern.compile("^#+ (.*)$", Pattern.MULTILINE).matcher(Repository.text(document));
        return headings.results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\w\\- ]", "")
                        .replace(' ', '-'))
                .toList();
    }
}
