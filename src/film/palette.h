/* The 256 colours of a picture in a GIF. */
#pragma once

#include <glib.h>

#define GRADUS_PALETTE_COLORS 256

/* Chooses colours (0x00RRGGBB) for the picture's pixels, rows of the same stride bytes from one to
 * the next, and writes each pixel's number into indices, whose rows are row bytes long. */
void gradus_palette_choose (const guint8 *pixels, int stride, int width, int height,
                            guint32 colors[GRADUS_PALETTE_COLORS], guint8 *indices, int row);
