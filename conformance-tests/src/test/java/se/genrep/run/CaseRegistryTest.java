package se.genrep.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.genrep.model.ConformanceCase;

class CaseRegistryTest {

  @Test
  void casesAreFoundSortedById() {
    List<String> ids = CaseRegistry.all().stream().map(ConformanceCase::id).toList();
    assertEquals(ids.stream().sorted().toList(), ids);
    assertTrue(ids.containsAll(List.of("saml/sp/xsw1", "saml/sp/samordningsnummer")));
    ConformanceCase first = CaseRegistry.all().get(0);
    assertSame(first, CaseRegistry.find(first.id()).orElseThrow());
    assertTrue(CaseRegistry.find("saml/sp/unheard-of").isEmpty());
  }

  @Test
  void twoWithOneIdAreRefused() {
    ConformanceCase one = CaseRegistry.all().get(0);
    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> CaseRegistry.checked(List.of(one, one)));
    assertTrue(refused.getMessage().contains("'" + one.id() + "'"), refused.getMessage());
  }
}
