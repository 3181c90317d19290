package io.adjudicator.console;

import io.adjudicator.kernel.CustomerId;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where people arrive: what waits for them, by role. */
@Controller
class HomePage {

    private final Zones zones;

    HomePage(Zones zones) {
        this.zones = zones;
    }

    @GetMapping("/console")
    String home(SignedIn visitor, Model model) {
        List<CustomerId> customers = zones.visible(visitor);
        model.addAttribute("customers", customers);
        return "console/home";
    }
}
