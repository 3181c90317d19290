package io.adjudicator.rules;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads rules/vocabulary.yaml, a list of one flow mapping a word. */
final class VocabularyFile {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,40}");

    /** Words of DRL that could not stand as a field's name in a pattern. */
    private static final Set<String> WORDS_OF_DRL = Set.of(
            "in",
            "not",
            "or",
            "and",
            "exists",
            "forall",
            "contains",
            "matches",
            "memberof",
            "soundslike",
            "str",
            "over",
            "from",
            "when",
            "then",
            "end",
            "rule",
            "query",
            "eval",
            "accumulate",
            "collect",
            "null",
            "true",
            "false",
            Screening.SEEN,
            Screening.MISSING);

    private VocabularyFile() {}

    static Vocabulary parse(String text) {
        Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        if (!(read instanceof List<?> entries)) {
            throw new IllegalStateException("expected the vocabulary to be a list, but it is not");
        }
        return new Vocabulary(entries.stream().map(VocabularyFile::term).toList());
    }

    private static FactTerm term(Object entry) {
        if (!(entry instanceof Map<?, ?> members)) {
            throw new IllegalStateException("expected a word of the vocabulary, but got " + entry);
        }
        return new FactTerm(
                name(text(members, "name")),
                FactType.valueOf(text(members, "type").toUpperCase(Locale.ROOT)),
                text(members, "unit"),
                FactOrigin.valueOf(text(members, "origin").toUpperCase(Locale.ROOT)),
                Boolean.TRUE.equals(members.get("latching")),
                text(members, "meaning"));
    }

    private static String name(String name) {
        if (!NAME.matcher(name).matches() || SourceVersion.isKeyword(name) || WORDS_OF_DRL.contains(name)) {
            throw new IllegalStateException("expected a lower-case name that DRL can hold, but got \"" + name + "\"");
        }
        return name;
    }

    private static String text(Map<?, ?> members, String name) {
        if (members.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalStateException("expected a text \"" + name + "\" in " + members);
    }
}
