package se.genrep.sut;

/** Something that is done at whichever of the system's sign-ins give occasion to it. */
public interface ThroughLogins extends SpStimulus {}
