package org.caravanserai.shell;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.caravanserai.platform.PublicAddresses;
import org.caravanserai.text.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How plain pages are made: precompiled templates, in the language of their reader. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration implements WebMvcConfigurer {

    private final Messages messages;
    private final Assets assets;

    PageConfiguration(Messages messages, Assets assets) {
        this.messages = messages;
        this.assets = assets;
    }

    @Bean
    static TemplateEngine templateEngine() {
        return TemplateEngine.createPrecompiled(
                null, ContentType.Html, PageConfiguration.class.getClassLoader(), "org.caravanserai.jte");
    }

    @Bean
    static PublicAddresses shellAddresses() {
        return PublicAddresses.of(
                "/error", "/styles/**", "/images/**", "/scripts/**", "/fonts/**", "/favicon.ico", "/robots.txt");
    }

    @Bean
    static ViewResolver pageViewResolver(PageTemplates templates) {
        return new TemplateViews(templates);
    }

    @Bean
    static LocaleResolver localeResolver() {
        return new LocaleResolver() {
            @Override
            public Locale resolveLocale(HttpServletRequest request) {
                return ReaderChoice.language(request).locale();
            }

            @Override
            public void setLocale(
                    HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
                throw new UnsupportedOperationException("the address, the cookie or the browser decides");
            }
        };
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new HandlerMethodArgumentResolver() {
            @Override
            public boolean supportsParameter(MethodParameter parameter) {
                return parameter.getParameterType() == PageReader.class;
            }

            @Override
            public Object resolveArgument(
                    MethodParameter parameter,
                    @Nullable ModelAndViewContainer container,
                    NativeWebRequest request,
                    @Nullable WebDataBinderFactory binder) {
                var servlet = request.getNativeRequest(HttpServletRequest.class);
                if (servlet == null) {
                    throw new IllegalStateException("not a servlet request");
                }
                return PageReader.of(servlet, messages, assets);
            }
        });
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/scripts/**")
                .addResourceLocations("classpath:/META-INF/resources/scripts/")
                .resourceChain(true)
                .addTransformer(new JoinedScripts());
        registry.addResourceHandler("/styles/**")
                .addResourceLocations("classpath:/META-INF/resources/styles/")
                .resourceChain(true)
                .addTransformer(new TrimmedStyles());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        // Programs get no cookie.
        registry.addInterceptor(new RememberChoice()).excludePathPatterns("/api/**");
    }

    /** Keeps a language or zone that was chosen in the address for the pages that follow. */
    private static final class RememberChoice implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            PageReader.remember(request, response);
            return true;
        }
    }

    /** Finds the template that a controller named; leaves other names to others. */
    private record TemplateViews(PageTemplates templates) implements ViewResolver, Ordered {

        @Override
        public @Nullable View resolveViewName(String name, Locale locale) {
            return templates.has(name) ? new TemplateView(templates, name) : null;
        }

        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }
    }

    private record TemplateView(PageTemplates templates, String name) implements View {

        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws java.io.IOException {
            // Rendered whole before the first byte leaves, so that a fault still becomes a proper error page.
            var bytes = templates.render(name, model == null ? Map.of() : model);
            response.setContentType(getContentType());
            response.setContentLength(bytes.length);
            response.getOutputStream().write(bytes);
        }
    }
}
