//! ECharts, fetched when the first chart is shown, and never before.
//!
//! charming describes a chart; its own renderer can neither draw SVG nor let go of what it drew, so these few lines
//! talk to ECharts themselves. The bundle sets `globalThis.echarts`.

use std::cell::Cell;
use std::rc::Rc;

use leptos::wasm_bindgen::prelude::*;
use leptos::web_sys::{Element, HtmlElement, ResizeObserver};

use super::deferred::{self, Fetching};
use crate::charts::Figure;
use crate::words::{Said, problems};

/// Why a chart could not be drawn. The table beside it holds the same figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChartError {
    /// The drawing program did not arrive.
    NotLoaded,
    /// It arrived and refused the chart.
    NotDrawn,
}

impl Said for ChartError {
    fn said(&self) -> String {
        match self {
            Self::NotLoaded => problems::chart_not_loaded().to_owned(),
            Self::NotDrawn => problems::chart_not_drawn().to_owned(),
        }
    }
}

#[wasm_bindgen]
extern "C" {
    type Instance;

    #[wasm_bindgen(js_namespace = echarts, js_name = init, catch)]
    fn init(place: &HtmlElement, theme: &JsValue, options: &JsValue) -> Result<Instance, JsValue>;

    #[wasm_bindgen(method, js_name = setOption, catch)]
    fn set_option(this: &Instance, option: &JsValue, behaviour: &JsValue) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch)]
    fn resize(this: &Instance) -> Result<(), JsValue>;

    #[wasm_bindgen(method, js_name = dispatchAction, catch)]
    fn dispatch_action(this: &Instance, action: &JsValue) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch)]
    fn on(this: &Instance, event: &str, listener: &js_sys::Function) -> Result<(), JsValue>;

    #[wasm_bindgen(method)]
    fn dispose(this: &Instance);
}

thread_local! {
    static FETCHING: Fetching = const { Fetching::new(None) };
}

/// Fetches ECharts, once.
///
/// # Errors
/// [`ChartError::NotLoaded`]; the next call tries again.
pub async fn load() -> Result<(), ChartError> {
    deferred::once(&FETCHING, || deferred::script("ldn-echarts"))
        .await
        .map_err(|_| ChartError::NotLoaded)
}

/// A chart on the page. Dropping it gives back everything that ECharts holds.
pub struct Drawing {
    instance: Instance,
    observer: Option<ResizeObserver>,
    _on_resize: Closure<dyn FnMut()>,
    _on_zoom: Closure<dyn FnMut(JsValue)>,
    /// The part in sight, in percent of the whole.
    window: Rc<Cell<(f64, f64)>>,
}

impl Drawing {
    /// Begins a drawing in `place`, which must have a size; [`load`] must have succeeded. `on_zoom` is told the part in
    /// sight, in percent of the whole, when the reader drags or pinches it.
    ///
    /// # Errors
    /// [`ChartError::NotDrawn`].
    pub fn begin(place: &HtmlElement, on_zoom: impl Fn((f64, f64)) + 'static) -> Result<Self, ChartError> {
        let options = json(r#"{"renderer":"svg"}"#)?;
        let instance = init(place, &JsValue::NULL, &options).map_err(|_| ChartError::NotDrawn)?;
        let on_resize = {
            let instance: Instance = instance.clone().unchecked_into();
            Closure::new(move || _ = instance.resize())
        };
        let observer = ResizeObserver::new(on_resize.as_ref().unchecked_ref()).ok();
        if let Some(observer) = &observer {
            observer.observe(place.unchecked_ref::<Element>());
        }
        let window = Rc::new(Cell::new((0.0, 100.0)));
        let on_zoom = {
            let window = Rc::clone(&window);
            Closure::<dyn FnMut(JsValue)>::new(move |event: JsValue| {
                let Some(seen) = seen(&event) else { return };
                if window.replace(seen) != seen {
                    on_zoom(seen);
                }
            })
        };
        _ = instance.on("datazoom", on_zoom.as_ref().unchecked_ref());
        Ok(Self {
            _on_zoom: on_zoom,
            window,
            instance,
            observer,
            _on_resize: on_resize,
        })
    }

    /// Brings a part in sight, in percent of the whole. Nothing happens where it is already.
    pub fn look_at(&self, (start, end): (f64, f64)) {
        if self.window.replace((start, end)) == (start, end) {
            return;
        }
        let action = js_sys::Object::new();
        _ = js_sys::Reflect::set(&action, &"type".into(), &"dataZoom".into());
        put(&action, (start, end));
        // What can't be moved stays where it is, which is no reason to disturb anybody.
        _ = self.instance.dispatch_action(&action);
    }

    /// Shows a figure in place of the one before, with a part of it in sight, in percent of the whole.
    ///
    /// # Errors
    /// [`ChartError::NotDrawn`].
    pub fn show(&self, figure: &Figure, window: (f64, f64)) -> Result<(), ChartError> {
        self.window.set(window);
        let option = json(&figure.option.to_string())?;
        if let Some(zoom) = get(&option, "dataZoom").and_then(|zooms| get(&zooms, "0")) {
            put(&zoom, window);
        }
        let behaviour = json(r#"{"notMerge":true}"#)?;
        self.instance
            .set_option(&option, &behaviour)
            .map_err(|_| ChartError::NotDrawn)
    }
}

fn get(value: &JsValue, name: &str) -> Option<JsValue> {
    js_sys::Reflect::get(value, &name.into()).ok()
}

/// Writes a part in sight where ECharts reads it.
fn put(to: &JsValue, (start, end): (f64, f64)) {
    _ = js_sys::Reflect::set(to, &"start".into(), &start.into());
    _ = js_sys::Reflect::set(to, &"end".into(), &end.into());
}

/// Reads the part in sight from ECharts' event, which holds it itself or in the first of its batch.
fn seen(event: &JsValue) -> Option<(f64, f64)> {
    let batch = get(event, "batch").and_then(|batch| get(&batch, "0"));
    let event = batch.filter(JsValue::is_object).unwrap_or_else(|| event.clone());
    Some((get(&event, "start")?.as_f64()?, get(&event, "end")?.as_f64()?))
}

impl Drop for Drawing {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
        self.instance.dispose();
    }
}

fn json(text: &str) -> Result<JsValue, ChartError> {
    js_sys::JSON::parse(text).map_err(|_| ChartError::NotDrawn)
}
