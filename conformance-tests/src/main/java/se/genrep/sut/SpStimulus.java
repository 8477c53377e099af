package se.genrep.sut;

import se.genrep.model.Played;
import se.genrep.model.Stimulus;
import se.genrep.model.SutRole;
import se.genrep.model.Transcript;

/** Something done to a service provider, which knows how it is played. */
interface SpStimulus extends Stimulus {

  /**
   * @param number of the case among all there are; each number has a canary of its own
   */
  Played play(Bench bench, int number, Transcript transcript);

  @Override
  default SutRole role() {
    return SutRole.SP;
  }
}
