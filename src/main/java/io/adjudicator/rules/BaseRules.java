package io.adjudicator.rules;

import io.adjudicator.kernel.OutcomeType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The product's own rules as this release carries them, and which of them judge which outcome type. */
public final class BaseRules {

    private static final Comparator<String> BY_NUMBER =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private static final String TYPES = "classpath:rules/outcome-types.yaml";
    private static final String RULES = "classpath:rules/base/*.drl";

    private BaseRules() {}

    /** In the order of their numbers; for an outcome type that is not listed, the rules for every outcome. */
    public static List<Rule> of(OutcomeType outcomeType) {
        return ThisRelease.TYPES.ids(outcomeType).stream()
                .sorted(BY_NUMBER)
                .map(BaseRules::named)
                .toList();
    }

    /** The outcome types that have rules of their own. */
    public static Set<OutcomeType> listedTypes() {
        return new TreeSet<>(ThisRelease.TYPES.listed());
    }

    private static Rule named(String id) {
        Rule rule = ThisRelease.RULES.get(id);
        if (rule == null) {
            throw new IllegalStateException(
                    "expected a base rule " + id + " for an outcome type, but there are " + ThisRelease.RULES.keySet());
        }
        return rule;
    }

    /** Read once: a release's rules do not change while it runs, and every contract version asks for them. */
    private static final class ThisRelease {

        static final OutcomeTypesFile TYPES = OutcomeTypesFile.parse(text(resources(BaseRules.TYPES)[0]));

        static final Map<String, Rule> RULES = Arrays.stream(resources(BaseRules.RULES))
                .flatMap(file -> DrlFile.read(
                        String.valueOf(file.getFilename()), text(file), Vocabulary.ofThisRelease(), RuleOrigin.BASE)
                        .stream())
                .collect(Collectors.toUnmodifiableMap(Rule::id, Function.identity()));

        private static Resource[] resources(String pattern) {
            try {
                return new PathMatchingResourcePatternResolver(BaseRules.class.getClassLoader()).getResources(pattern);
            } catch (IOException e) {
                throw new UncheckedIOException("expected to find " + pattern + ", but could not", e);
            }
        }

        private static String text(Resource file) {
            try {
                return file.getContentAsString(StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException("expected to read " + file + ", but could not", e);
            }
        }
    }
}
