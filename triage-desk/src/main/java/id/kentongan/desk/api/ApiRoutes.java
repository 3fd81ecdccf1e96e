package id.kentongan.desk.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Lets programs send every form of the pages, and fetch every file, behind {@value #API}: the handlers are the pages' own.
 * What belongs to a person alone (passwords, second factor, keys) stays with the pages.
 */
@Component
class ApiRoutes implements SmartInitializingSingleton {
    static final String API = "/api/v1";
    private static final String OURS = "id.kentongan.desk.";
    private static final String PERSONAL = OURS + "people";

    private final RequestMappingHandlerMapping mapping;

    ApiRoutes(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        this.mapping = mapping;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Map<RequestMappingInfo, HandlerMethod> pages = Map.copyOf(mapping.getHandlerMethods());
        pages.forEach((info, handler) -> {
            if (serves(info, handler)) {
                mapping.registerMapping(behindApi(info), handler.getBean(), handler.getMethod());
            }
        });
    }

    private static boolean serves(RequestMappingInfo info, HandlerMethod handler) {
        String type = handler.getBeanType().getName();
        Set<RequestMethod> verbs = info.getMethodsCondition().getMethods();
        boolean file = handler.getMethod().getReturnType() == ResponseEntity.class;
        return type.startsWith(OURS)
                && !type.startsWith(PERSONAL)
                && info.getPatternValues().stream().noneMatch(pattern -> pattern.startsWith(API))
                && (verbs.contains(RequestMethod.POST) || file);
    }

    private RequestMappingInfo behindApi(RequestMappingInfo info) {
        List<String> paths = new ArrayList<>();
        info.getPatternValues().forEach(pattern -> paths.add(API + pattern));
        return info.mutate()
                .paths(paths.toArray(String[]::new))
                .options(mapping.getBuilderConfiguration())
                .build();
    }
}
