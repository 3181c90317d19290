package io.adjudicator.console;

import io.adjudicator.kernel.Fault;
import io.adjudicator.kernel.Refused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Something that somebody did by a form: afterwards the browser is sent to a page that says what came of it, so that loading that again does
 * not do it again. What was refused comes back with what had been typed.
 */
final class Act {

    static final String DONE = "done";
    static final String REFUSED = "refused";
    static final String TYPED = "typed";

    private Act() {}

    /**
     * Does it and answers where to go.
     *
     * @param back where the form stands
     * @param action returns what to say
     */
    static String of(
            String back, MultiValueMap<String, String> form, RedirectAttributes flash, Supplier<String> action) {
        try {
            flash.addFlashAttribute(DONE, action.get());
        } catch (Refused refused) {
            flash.addFlashAttribute(REFUSED, messages(refused));
            flash.addFlashAttribute(TYPED, typed(form));
        }
        return "redirect:" + back;
    }

    static List<String> messages(Refused refused) {
        return List.copyOf(refused.faults().stream()
                .map(Fault::message)
                .map(Act::sentence)
                .distinct()
                .toList());
    }

    static String sentence(String message) {
        if (message.isEmpty()) {
            return message;
        }
        String begun = Character.toUpperCase(message.charAt(0)) + message.substring(1);
        return begun.endsWith(".") ? begun : begun + ".";
    }

    /** What each field had, several values each on a line of its own; a map that a session can keep. */
    static Map<String, String> typed(MultiValueMap<String, String> form) {
        Map<String, String> typed = new HashMap<>();
        form.forEach((name, values) -> typed.put(name, String.join("\n", values)));
        typed.remove("_csrf");
        return typed;
    }

    /** The other way round, for a page that shows again what was refused; empty on any other. */
    static MultiValueMap<String, String> typedBefore(Model model) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        if (model.getAttribute(TYPED) instanceof Map<?, ?> typed) {
            typed.forEach((name, values) -> form.put(
                    String.valueOf(name), String.valueOf(values).lines().toList()));
        }
        return form;
    }

    /** A field that has to be filled in. */
    static String required(MultiValueMap<String, String> form, String name, String called) {
        String text = text(form, name);
        if (text.isEmpty()) {
            throw new Refused(Refused.Kind.UNPROCESSABLE, "missing_field", "/" + name, "expected " + called);
        }
        return text;
    }

    /** A field that may stay empty. */
    static Optional<String> given(MultiValueMap<String, String> form, String name) {
        return Optional.of(text(form, name)).filter(text -> !text.isEmpty());
    }

    static String text(MultiValueMap<String, String> form, String name) {
        String given = form.getFirst(name);
        return given == null ? "" : given.strip();
    }
}
