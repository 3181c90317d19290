package io.adjudicator.api;

import io.adjudicator.window.OpenWindows;
import io.adjudicator.window.Windows;
import java.time.InstantSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What still waits: for the demo, and for whoever is on call. */
@RestController
class WindowController {

    private final Windows windows;
    private final InstantSource clock;

    WindowController(Windows windows, InstantSource clock) {
        this.windows = windows;
        this.clock = clock;
    }

    @GetMapping("/v1/windows")
    OpenWindows readWindows() {
        return windows.openWindows(clock.instant());
    }
}
