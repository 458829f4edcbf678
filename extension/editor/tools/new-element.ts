import type { ElementOf, ElementType } from '../../../shared/scene/model/element.ts';
import { makeElement } from '../../../shared/scene/model/make-element.ts';
import type { CurrentStyle } from '../current-style.ts';

/** A new element that looks as was chosen last. */
export function newElement<Type extends ElementType>(
  type: Type,
  style: CurrentStyle,
  given: Partial<Omit<ElementOf<Type>, 'type'>>,
): ElementOf<Type> {
  return makeElement<Type>(type, { ...lookOf(type, style), ...given });
}

function lookOf(type: ElementType, style: CurrentStyle): object {
  const { strokeColor, backgroundColor, fillStyle, strokeWidth, strokeStyle, opacity, rounded } =
    style;
  switch (type) {
    case 'rectangle':
    case 'ellipse':
    case 'diamond':
      return {
        strokeColor,
        backgroundColor,
        fillStyle,
        strokeWidth,
        strokeStyle,
        opacity,
        rounded: rounded && type !== 'ellipse',
      };
    case 'line':
      return { strokeColor, strokeWidth, strokeStyle, opacity };
    case 'arrow':
      return {
        strokeColor,
        strokeWidth,
        strokeStyle,
        opacity,
        startArrowhead: style.startArrowhead,
        endArrowhead: style.endArrowhead,
      };
    case 'freedraw':
      return { strokeColor, strokeWidth, opacity };
    case 'text': {
      const { fontFamily, fontSize, textAlign } = style;
      return { strokeColor, opacity, fontFamily, fontSize, textAlign };
    }
    case 'highlight':
      return { backgroundColor: style.highlightColor };
    case 'step':
      return { backgroundColor: style.stepColor };
    case 'redaction':
      return { style: style.redaction };
    default:
      return {};
  }
}
