package io.adjudicator.dispute;

import io.adjudicator.kernel.Canonical;
import io.adjudicator.kernel.Members;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An answer as it is stored. */
final class AnswerText {

    private AnswerText() {}

    static String kind(Answer answer) {
        return switch (answer) {
            case Answer.Upheld _ -> "UPHELD";
            case Answer.Rejected _ -> "REJECTED";
            case Answer.Split _ -> "SPLIT";
            case Answer.Undecidable _ -> "UNDECIDABLE";
            case Answer.Asked _ -> "ASKED";
        };
    }

    static String write(Answer answer) {
        Map<String, Object> members = new HashMap<>();
        members.put("reason", answer.reason());
        switch (answer) {
            case Answer.Upheld upheld -> upheld.found().ifPresent(found -> members.put("found", found.canonical()));
            case Answer.Rejected _ -> {}
            case Answer.Split split -> members.put("upheld", parts(split));
            case Answer.Undecidable undecidable -> members.put("missing", undecidable.missing());
            case Answer.Asked asked -> {
                members.put("of", asked.of().name());
                asked.until().ifPresent(until -> members.put("until", until.toString()));
                asked.otherwise().ifPresent(otherwise -> members.put("otherwise", otherwise.name()));
            }
        }
        return Canonical.json(members);
    }

    private static List<Map<String, Object>> parts(Answer.Split split) {
        return new TreeMap<>(split.upheld())
                .entrySet().stream()
                        .map(part -> {
                            Map<String, Object> members = new HashMap<>();
                            members.put("outcomeId", part.getKey());
                            part.getValue().ifPresent(found -> members.put("found", found.canonical()));
                            return members;
                        })
                        .toList();
    }

    static Answer read(String kind, String document) {
        Members members = Members.parse(document);
        String reason = members.text("reason");
        return switch (kind) {
            case "UPHELD" -> new Answer.Upheld(reason, found(members));
            case "REJECTED" -> new Answer.Rejected(reason);
            case "SPLIT" -> new Answer.Split(reason, parts(members));
            case "UNDECIDABLE" -> new Answer.Undecidable(reason, members.texts("missing"));
            case "ASKED" ->
                new Answer.Asked(
                        reason,
                        Side.valueOf(members.text("of")),
                        members.optionalText("until").map(Instant::parse),
                        members.optionalText("otherwise").map(Answer.Otherwise::valueOf));
            default -> throw new IllegalStateException("expected an answer, but got " + kind);
        };
    }

    private static Map<String, Optional<Found>> parts(Members members) {
        Map<String, Optional<Found>> parts = new LinkedHashMap<>();
        members.objects("upheld").forEach(part -> parts.put(part.text("outcomeId"), found(part)));
        return parts;
    }

    private static Optional<Found> found(Members members) {
        return members.optionalObject("found").map(Found::ofCanonical);
    }
}
