package io.adjudicator.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What reviewers would otherwise have to look for. The patterns are written so that they do not find themselves. */
class TidyTest {

    private static final Set<String> NOT_DRAWN = Set.of("documentation", "extensionElements", "sequenceFlow");

    @ParameterizedTest
    @CsvSource(delimiterString = " :: ", textBlock = """
            .*                                          :: (^|[^\\w.])/([w]ork|[r]oot|[h]ome|[U]sers)/\\w          :: is a path of one machine
            .*                                          :: /usr/lib/[j]vm/\\w                                      :: is a path of one machine
            .*                                          :: [r]epo1[.]maven|[r]epo[.]maven|[r]egistry[.]npmjs       :: is the address of a registry
            .*                                          :: [d]eb[.]debian|[a]rchive[.]ubuntu|[p]ypi[.]org          :: is the address of a registry
            .*                                          :: \\b(T[O]DO|F[I]XME|X[X]X)\\b                            :: is work left undone
            .*                                          :: ^(<{7}|>{7}) \\w                                        :: is an unfinished merge
            .*[.]java                                   :: @(D[i]sabled|I[g]nore)\\b                               :: skips a test
            .*[.]java                                   :: Thread[.]sleep                                          :: waits for a time and not for a condition
            src/main/java/io/adjudicator/(?!cli/).*     :: System[.](out|err)\\b                                   :: prints where nobody asked
            src/test/java/io/adjudicator/(?!bench/|cli/).* :: System[.](out|err)[.]print                              :: prints where nobody asked
            (rules|customer-overrides)/.*[.]drl         :: \\bsalience\\b                                          :: makes the order of rules matter
            """)
    void keepsOut(String files, String banned, String because) {
        Pattern pattern = Pattern.compile(banned, Pattern.MULTILINE);
        List<Path> looked = Repository.files(files);
        assertThat(looked).as("files like %s", files).isNotEmpty();
        assertThat(looked.stream().flatMap(file -> places(file, pattern).stream()))
                .as(because)
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            README[.]md                            , 200
            docs/architecture[.]md                 ,  80
            rules/.*[.]drl                         ,  60
            customer-overrides/.*[.]drl            ,  60
            src/main/java/.*/package-info[.]java   ,  60
            """)
    void staysWithin(String files, int lines) {
        assertThat(Repository.files(files))
                .isNotEmpty()
                .allSatisfy(file ->
                        assertThat(Repository.text(file).lines().count()).isLessThanOrEqualTo(lines));
    }

    @Test
    void drawsAtMostFifteenElementsInAProcess() {
        assertThat(Repository.files("processes/.*[.]bpmn"))
                .isNotEmpty()
                .allSatisfy(
                        file -> assertThat(elements(file)).as(file.toString()).hasSizeBetween(3, 15));
    }

    @Test
    void givesEveryPackageAPageThatMarksItNullFree() {
        Set<Path> rooms = Repository.files("src/(main|test)/java/.*[.]java").stream()
                .map(file -> file.subpath(3, file.getNameCount()).getParent())
                .collect(Collectors.toSet());
        assertThat(rooms)
                .isNotEmpty()
                .allSatisfy(room -> assertThat(
                                Repository.files("src/(main|test)/java/" + room + "/package-info[.]java"))
                        .as("package-info of %s", room)
                        .singleElement()
                        .satisfies(page -> assertThat(Repository.text(page)).contains("@NullMarked")));
    }

    /** A comment speaks for its group, which ends at the next comment or empty line. */
    @Test
    void saysOfEveryDependencyWhoNeedsIt() {
        String pom = Repository.text(Path.of("pom.xml"));
        String direct = pom.substring(pom.lastIndexOf("<dependencies>"), pom.indexOf("<build>"));
        boolean explained = false;
        List<String> unexplained = new ArrayList<>();
        for (String line : direct.lines().map(String::strip).toList()) {
            explained = line.startsWith("<!--") || (explained && !line.isEmpty());
            // A starter of tests is named for what it is for.
            if (line.startsWith("<artifactId>") && !line.contains("-test<") && !explained) {
                unexplained.add(line);
            }
        }
        assertThat(direct).contains("<artifactId>drools-engine</artifactId>");
        assertThat(unexplained).isEmpty();
    }

    private static List<String> places(Path file, Pattern banned) {
        List<String> places = new ArrayList<>();
        String text = Repository.text(file);
        Matcher matcher = banned.matcher(text);
        while (matcher.find()) {
            long line = text.substring(0, matcher.start()).lines().count();
            places.add(file + ":" + Math.max(1, line) + ": " + matcher.group().strip());
        }
        return places;
    }

    private static List<String> elements(Path bpmn) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        NodeList children = factory.newDocumentBuilder()
                .parse(bpmn.toFile())
                .getElementsByTagNameNS("*", "process")
                .item(0)
                .getChildNodes();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < children.getLength(); i++) {
            Node child = children.item(i);
            if (child.getNodeType() == Node.ELEMENT_NODE && !NOT_DRAWN.contains(child.getLocalName())) {
                names.add(child.getLocalName());
            }
        }
        return names;
    }
}
