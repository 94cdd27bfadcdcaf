package org.caravanserai;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.util.List;
import org.caravanserai.people.Administrators;
import org.caravanserai.people.Everyone;
import org.caravanserai.people.SignedIn;
import org.caravanserai.platform.Internal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.repository.Repository;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.RestController;

@AnalyzeClasses(packages = "org.caravanserai", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** {@link org.caravanserai.shell.Fields} makes them. */
    private static final List<Class<?>> WORDED =
            List.of(Upload.class, DatePicker.class, DateTimePicker.class, TimePicker.class, MultiSelectComboBox.class);

    private static final String[] EDGES = {"..ui..", "..web.."};

    @ArchTest
    static final ArchRule viewsAndControllersNeverTouchARepository =
            noClasses().that().resideInAnyPackage(EDGES).should().dependOnClassesThat(assignableTo(Repository.class));

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields =
            noFields().should().beAnnotatedWith(Autowired.class).orShould().beAnnotatedWith("jakarta.inject.Inject");

    @ArchTest
    static final ArchRule fieldsThatSayThingsSpeakTheReadersLanguage = noClasses()
            .that()
            .resideOutsideOfPackage("org.caravanserai.shell")
            .should()
            .callConstructorWhere(new DescribedPredicate<>("a field with words of its own is made without them") {
                @Override
                public boolean test(JavaConstructorCall call) {
                    return WORDED.stream().anyMatch(call.getTargetOwner()::isEquivalentTo);
                }
            });

    @ArchTest
    static final ArchRule noDownloadIsShownInline = noClasses()
            .should()
            .callMethodWhere(new DescribedPredicate<>("a download is made inline") {
                @Override
                public boolean test(com.tngtech.archunit.core.domain.JavaMethodCall call) {
                    return call.getName().equals("inline")
                            && call.getTargetOwner().isAssignableTo(DownloadHandler.class);
                }
            });

    @ArchTest
    static final ArchRule viewsAndControllersNeverCallWhatIsForServicesAlone = noClasses()
            .that(assignableTo(Component.class))
            .or()
            .areAnnotatedWith(Controller.class)
            .or()
            .areAnnotatedWith(RestController.class)
            .should()
            .callMethodWhere(new DescribedPredicate<>("the method is internal") {
                @Override
                public boolean test(com.tngtech.archunit.core.domain.JavaMethodCall call) {
                    return call.getTargetOwner().isAnnotatedWith(Internal.class)
                            || call.getTarget()
                                    .resolveMember()
                                    .filter(method -> method.isAnnotatedWith(Internal.class))
                                    .isPresent();
                }
            });

    @ArchTest
    static final ArchRule nothingDependsOnCommercialComponents = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "com.vaadin.flow.component.charts..",
                    "com.vaadin.flow.component.gridpro..",
                    "com.vaadin.flow.component.crud..",
                    "com.vaadin.flow.component.board..",
                    "com.vaadin.flow.component.spreadsheet..",
                    "com.vaadin.flow.component.richtexteditor..",
                    "com.vaadin.flow.component.cookieconsent..",
                    "com.vaadin.flow.component.map..",
                    "com.vaadin.flow.component.dashboard..",
                    "com.vaadin.collaborationengine..");

    @ArchTest
    static final ArchRule everyPublicMethodOfAServiceSaysWhoMayCallIt = methods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Service.class)
            .and()
            .areNotStatic()
            .should(new ArchCondition<>("say who may call them") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    var says = saysWho(method)
                            || method.getOwner().isAnnotatedWith(Internal.class)
                            || method.getOwner().isAnnotatedWith(PreAuthorize.class)
                            || method.getOwner().isAnnotatedWith(Administrators.class)
                            || method.getOwner().isAnnotatedWith(SignedIn.class)
                            || method.getOwner().isAnnotatedWith(Everyone.class);
                    if (!says) {
                        events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " says nothing about who may call it"));
                    }
                }

                private boolean saysWho(JavaMethod method) {
                    return method.isAnnotatedWith(PreAuthorize.class)
                            || method.isAnnotatedWith(Administrators.class)
                            || method.isAnnotatedWith(SignedIn.class)
                            || method.isAnnotatedWith(Everyone.class)
                            || method.isAnnotatedWith(Internal.class);
                }
            });

    @ArchTest
    static final ArchRule viewsArePrivateToTheirModule =
            classes().that().areAnnotatedWith(Route.class).should().notBePublic();
}
