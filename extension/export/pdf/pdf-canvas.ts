import {
  type PDFDocument,
  type PDFFont,
  type PDFImage,
  type PDFName,
  type PDFOperator,
  type PDFPage,
  setGraphicsState,
} from '@cantoo/pdf-lib';

/** A page that is drawn on, and the names by which it knows fonts, pictures and opacities. */
export class PdfCanvas {
  readonly #document: PDFDocument;
  readonly #page: PDFPage;
  readonly #names = new Map<unknown, PDFName>();

  constructor(document: PDFDocument, page: PDFPage) {
    this.#document = document;
    this.#page = page;
  }

  draw(...operators: readonly PDFOperator[]): void {
    this.#page.pushOperators(...operators);
  }

  /** What is filled and stroked from here on is see-through; 0 to 1. */
  setOpacity(fill: number, stroke: number): void {
    const key = `${fill} ${stroke}`;
    const name = this.#nameOf(key, () => {
      const state = this.#document.context.obj({ Type: 'ExtGState', ca: fill, CA: stroke });
      return this.#page.node.newExtGState('GS', state);
    });
    this.draw(setGraphicsState(name));
  }

  nameOfFont(font: PDFFont): PDFName {
    return this.#nameOf(font, () => this.#page.node.newFontDictionary('F', font.ref));
  }

  nameOfPicture(picture: PDFImage): PDFName {
    return this.#nameOf(picture, () => this.#page.node.newXObject('Image', picture.ref));
  }

  #nameOf(key: unknown, make: () => PDFName): PDFName {
    const name = this.#names.get(key) ?? make();
    this.#names.set(key, name);
    return name;
  }
}
