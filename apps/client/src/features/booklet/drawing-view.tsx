import type { Drawing, Ink, Shape } from '@werkraum/planning/drawing';
import styles from './drawing.module.css';

/** A drawing as a picture in the page: it takes the colours of the page, and reads out as one sentence. */
export function DrawingView({ drawing, alt }: { drawing: Drawing; alt: string }) {
  const { width, height, shapes } = drawing;
  return (
    <svg class={styles.drawing} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={alt}>
      {shapes.map((shape, index) => (
        <ShapeView key={index} shape={shape} />
      ))}
    </svg>
  );
}

const colour = (ink: Ink): string => `var(--drawn-${ink})`;

function ShapeView({ shape }: { shape: Shape }) {
  const fill = { fill: colour(shape.ink) };
  switch (shape.kind) {
    case 'path':
      return <path d={shape.d} fill-opacity={shape.opacity} style={fill} />;
    case 'rect': {
      const { x, y, width, height, radius } = shape;
      return <rect x={x} y={y} width={width} height={height} rx={radius} style={fill} />;
    }
    case 'text': {
      const { x, y, size, anchor, bold, text } = shape;
      return (
        <text x={x} y={y} font-size={size} text-anchor={anchor} font-weight={bold ? 600 : 400} style={fill}>
          {text}
        </text>
      );
    }
  }
}
