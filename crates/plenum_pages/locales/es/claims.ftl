

all-processes = Todos los procesos
all-years = Todos los años
stands-today = Situación actual
reached-last = Último logro
comes-next = Próximo paso:
mandate-ends = Fin o examen del mandato
timeline = Cronología
timeline-desc = Puntos numerados en una línea de tiempo; cada número lleva al mismo elemento de la lista de abajo, con su fuente.
handover = Familias de procesos y cómo se relevan
handover-desc = Una barra por proceso, de su inicio a su fin, y una línea hacia el que lo continúa. La lista de abajo dice lo mismo con palabras.
handover-source = Fuente: las páginas de los procesos, donde cada fecha tiene la suya.
figures = Cifras y datos
instruments = Instrumentos
instruments-lede = Lo que los procesos han creado para uso de los Estados: un directorio, un portal, un fondo.
works-since = Funciona desde
issues = Cuestiones
labels-norms = Normas
labels-measures = Medidas de fomento de la confianza
labels-principles = Principios de creación de capacidad
labels-note = Rótulos con nuestras palabras; el texto que hace fe está en el documento.
crosswalks = Tablas de correspondencia
crosswalk-yes = corresponde
neighbouring-processes = Procesos vecinos
glossary = Glosario
glossary-lede = Las palabras del oficio, explicadas con las nuestras.
claims-title = Afirmaciones
claims-lede = Cada cifra y cada fecha es una afirmación con su fuente. Las que se contradicen figuran una junto a otra.
claims-rule = Se muestra antes lo confirmado; de una serie, lo más reciente; si no, la fuente de mayor rango y después la más reciente.
claims-hollow = Un punto hueco es un límite inferior o una estimación; la fuente figura junto a cada valor en la tabla.
series-values = Valores y fuentes
claim-value = Valor
claim-source = Fuente
claim-entered = Introducido por
claim-is-shown = mostrada
claim-disputed = otras discrepan
claim-paragraph = El párrafo en
claim-not-found = El documento está aquí, pero ninguno de sus párrafos contiene estas palabras
claim-counted-by = Según el recuento de
claim-added = añadida
claim-changed = modificada
claim-confirmed = confirmada
claim-withdrawn = retirada
claim-confirm = Confirmar
claim-withdraw = Retirar
claim-enter = Añadir una afirmación
claim-words = Palabras del párrafo que muestran el valor
claim-author = Su nombre
claim-edit = Editar (administrador)
claims-history = Qué fue de estas afirmaciones
claim-wrong-empty = Hacen falta el valor, la fuente y el nombre.
claim-wrong-date = No es una fecha: escriba 2025, 2025-07 o 2025-07-11.
claim-wrong-document = No es la signatura de un documento.
claim-wrong-words = Las palabras no muestran el valor, o no se nombra el documento que las contiene.
claims-count =
    { $n ->
        [one] { $n } afirmación
       *[other] { $n } afirmaciones
    }
quotations-count =
    { $n ->
        [one] { $n } cita
       *[other] { $n } citas
    }
claims-disagree =
    { $n ->
        [one] { $n } afirmación discrepa
       *[other] { $n } afirmaciones discrepan
    }
