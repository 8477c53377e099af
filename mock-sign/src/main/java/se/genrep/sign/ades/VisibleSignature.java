package se.genrep.sign.ades;

import eu.europa.esig.dss.enumerations.SignerTextHorizontalAlignment;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.SignatureFieldParameters;
import eu.europa.esig.dss.pades.SignatureImageParameters;
import eu.europa.esig.dss.pades.SignatureImageTextParameters;

/** What of a signature is seen on a page: a box with text at the foot of the first page. */
final class VisibleSignature {

  /** Points from the left, from the top, and the size; an A4 page is 595 by 842. */
  private static final float LEFT = 50;

  private static final float TOP = 760;
  private static final float WIDTH = 250;
  private static final float HEIGHT = 45;

  private VisibleSignature() {}

  static void apply(String text, Document document, PAdESSignatureParameters parameters) {
    SignatureImageParameters image = new SignatureImageParameters();
    SignatureImageTextParameters words = new SignatureImageTextParameters();
    words.setText(text);
    words.setSignerTextHorizontalAlignment(SignerTextHorizontalAlignment.LEFT);
    words.getFont().setSize(9);
    words.setPadding(3);
    image.setTextParameters(words);
    SignatureFieldParameters field = new SignatureFieldParameters();
    field.setPage(1);
    field.setOriginX(LEFT);
    field.setOriginY(TOP);
    field.setWidth(WIDTH);
    field.setHeight(HEIGHT);
    image.setFieldParameters(field);
    parameters.setImageParameters(image);
  }
}
