/* Draws the OpenAPI document with Swagger UI. */
"use strict";

{
  const place = document.getElementById("reference");
  SwaggerUIBundle({
    url: place.dataset.document,
    domNode: place,
    deepLinking: true,
    docExpansion: "none",
    defaultModelsExpandDepth: -1,
    filter: true,
    validatorUrl: null,
    presets: [SwaggerUIBundle.presets.apis],
  });
}
