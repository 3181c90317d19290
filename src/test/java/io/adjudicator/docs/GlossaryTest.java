package io.adjudicator.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.adjudication.Verdict;
import io.adjudicator.contract.EvidenceGrade;
import io.adjudicator.rules.FindingKind;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One word per thing: the words of the code stand in the glossary. */
class GlossaryTest {

    private static final String GLOSSARY = Repository.text(Path.of("docs", "glossary.md"));

    @Test
    void definesEveryTermOnce() {
        List<String> terms = Pattern.compile("^\\| ([^|]+) \\|", Pattern.MULTILINE)
                .matcher(GLOSSARY)
                .results()
                .flatMap(row -> Stream.of(row.group(1).split(", ")))
                .toList();
        assertThat(terms).contains("claim", "cohort").doesNotHaveDuplicates();
    }

    @Test
    void namesEveryVerdictFindingAndGrade() {
        Stream<String> verdicts = Arrays.stream(Verdict.class.getPermittedSubclasses())
                .map(verdict -> verdict.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_"))
                .map(name -> name.toUpperCase(Locale.ROOT));
        Stream<String> findings = Arrays.stream(FindingKind.values()).map(FindingKind::name);
        Stream<String> grades =
                Arrays.stream(EvidenceGrade.values()).map(grade -> grade.name().toLowerCase(Locale.ROOT));
        assertThat(Stream.of(verdicts, findings, grades).flatMap(names -> names))
                .allSatisfy(name -> assertThat(GLOSSARY).containsPattern("\\b" + name + "\\b"));
    }
}
