package io.adjudicator.console;

import java.time.Duration;
import java.util.Objects;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.webjars.WebJarVersionLocator;

/** The console's files that are not pages: our style and script, and those of the libraries, all from this host. */
@Configuration(proxyBeanMethods = false)
class ConsoleAssets implements WebMvcConfigurer {

    /** Short, because a new release's style must reach people who keep their pages open. */
    private static final Duration FRESH = Duration.ofMinutes(10);

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        add(registry, "/console/assets/own/**", "classpath:/console/");
        add(registry, "/console/assets/htmx/**", "classpath:/" + library("htmx.org", "dist/htmx.min.js"));
        add(
                registry,
                "/console/assets/bpmn-js/**",
                "classpath:/" + library("bpmn-js", "dist/bpmn-viewer.production.min.js"));
    }

    private static void add(ResourceHandlerRegistry registry, String path, String folder) {
        registry.addResourceHandler(path)
                .addResourceLocations(folder)
                .setCacheControl(CacheControl.maxAge(FRESH).cachePublic());
    }

    /** The folder, whose name has the version in it, of a file in a WebJar. */
    private static String library(String name, String file) {
        String path = Objects.requireNonNull(
                new WebJarVersionLocator().fullPath(name, file), () -> "expected the library " + name);
        return path.substring(0, path.lastIndexOf('/') + 1);
    }
}
