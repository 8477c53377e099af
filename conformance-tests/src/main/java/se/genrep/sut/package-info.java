/**
 * Systems under test: how they are described, how a browser reaches them, and how a sign-in is
 * played.
 */
package se.genrep.sut;
