package org.liudan;
public final class Liudan { private Liudan() {} public static void main(String[] a) {} }
