package se.genrep.sut;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SubjectFormTest {

  private static final String NUMBER = "199001142398";
  private static final String OTHER = "198912232389";

  @ParameterizedTest
  @EnumSource(SubjectForm.class)
  void whatIsLearnedFromOneIsSaidOfAnother(SubjectForm form) {
    SubjectForm learned = SubjectForm.learn(NUMBER, form.of(NUMBER)).orElseThrow();
    assertEquals(form.of(OTHER), learned.of(OTHER));
  }

  @Test
  void somebodyElseIsNoWayToWriteTheNumber() {
    assertEquals(Optional.empty(), SubjectForm.learn(NUMBER, OTHER));
    assertEquals(Optional.empty(), SubjectForm.learn(NUMBER, "Anna Testsson"));
  }
}
