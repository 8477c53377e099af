package se.genrep.cli;

public final class Genrep {
  private Genrep() {}

  public static void main(String[] args) {
    System.out.println("hi");
  }
}
