package se.genrep.sut;

import java.util.List;
import se.genrep.model.Played;
import se.genrep.model.Stimulus;
import se.genrep.model.SutRole;
import se.genrep.model.Transcript;

/** Something done to an identity provider, which knows how it is played. */
interface IdpStimulus extends Stimulus {

  Played play(IdpBench bench, Transcript transcript);

  @Override
  default SutRole role() {
    return SutRole.IDP;
  }

  @Override
  default List<String> deviations() {
    return List.of();
  }
}
